package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.TestDatabase;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kills the server under load, again and again, and compares what is left with what was acknowledged. */
class DurabilityIT {
    private static final int KILLS = Integer.getInteger("kills", 15);
    /** A server that has just started answers slowly; it is killed at full pace. */
    private static final int WARM = 8;

    private final Random random = new Random(20261121);

    @ParameterizedTest
    @EnumSource
    void loses_no_acknowledged_write_to_kill_minus_nine(TestDatabase kind) {
        try (Server server = Server.start(kind)) {
            Api admin = Api.signIn(server, "admin", server.firstPassword());
            Ledger ledger = new Ledger(admin);

            for (int kill = 0; kill < KILLS; kill++) {
                killUnderLoad(server, ledger);
                assertThat(ledger.lost()).as("lost after kill %d", kill + 1).isEmpty();
            }

            assertThat(ledger.size()).isGreaterThan(KILLS);
            assertThat(ledger.torn()).isZero();
            assertThat(admin.get("/api/v1/audit/verification")
                            .body()
                            .path("intact")
                            .asBoolean())
                    .isTrue();
        }
    }

    /** The proof that the test above can fail: without the durable mode the same ledger finds losses. */
    @Test
    void finds_the_losses_of_a_server_that_does_not_sync() {
        try (Server server = Server.start(TestDatabase.H2, "fast")) {
            Ledger ledger = new Ledger(Api.signIn(server, "admin", server.firstPassword()));

            boolean lost = false;
            for (int kill = 0; kill < 5 && !lost; kill++) {
                killUnderLoad(server, ledger);
                lost = !ledger.lost().isEmpty();
            }

            assertThat(lost).isTrue();
        }
    }

    private void killUnderLoad(Server server, Ledger ledger) {
        int before = ledger.size();
        ledger.writeUntil(() -> {
            Awaitility.await("the server takes writes").until(() -> ledger.size() >= before + WARM);
            pause(random.nextInt(750));
            server.kill();
        });
        server.launch();
    }

    /** The moment of the kill is random on purpose: this is the fault, not a wait for something. */
    private static void pause(int millis) {
        try {
            if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("unreachable");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
