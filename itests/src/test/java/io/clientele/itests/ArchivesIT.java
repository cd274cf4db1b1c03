package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.itests.Api.Answer;
import io.clientele.testkit.HostileArchives;
import io.clientele.testkit.Signer;
import io.clientele.testkit.UnrulyModules;
import io.clientele.testkit.UnrulyModules.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken, malicious and unruly modules meet a running server: each is refused or contained, and whoever works with the core never notices. */
class ArchivesIT {
    private static final Server SERVER = Server.start(Server.Setup.on(null)
            .with("io.clientele.modules.cfg", "startSeconds = 10\nverifySeconds = 5\nwaitSeconds = 1\n"));
    private static final ModuleOffice OFFICE = ModuleOffice.on(SERVER);

    private @Nullable CoreWork core;

    static {
        HostileArchives.known().forEach(ArchivesIT::trust);
    }

    private static void trust(Signer signer) {
        try {
            String name = signer.certificate().getSubjectX500Principal().hashCode() + ".pem";
            Files.writeString(SERVER.home().resolve("etc/trusted").resolve(name), signer.pem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void work() {
        core = CoreWork.start(OFFICE.admin());
    }

    @AfterEach
    void nobody_noticed() {
        assertThat(Objects.requireNonNull(core).end()).isEmpty();
        assertThat(SERVER.process().isAlive()).isTrue();
    }

    static List<UnrulyModules.Case> unruly() {
        return UnrulyModules.all();
    }

    @Test
    void each_broken_or_malicious_archive_is_refused() {
        List<HostileArchives.Case> archives = HostileArchives.all();

        assertThat(archives).hasSizeGreaterThanOrEqualTo(40).allSatisfy(each -> {
            Answer answer = OFFICE.upload(each.archive());
            assertThat(answer.status()).as("%s: %s", each, answer.raw().body()).isEqualTo(409);
            assertThat(answer.text("type")).endsWith("archive-refused");
            assertThat(answer.text("detail")).contains(each.reason());
        });
    }

    @ParameterizedTest
    @MethodSource("unruly")
    void an_unruly_module_is_contained(UnrulyModules.Case each) {
        assertThat(outcome(OFFICE.install(each.jar())))
                .isEqualTo(each.verdict() == Verdict.INSTALLED ? "done" : "rolled-back");

        assertThat(asked(each)).allMatch(answer -> answer.status() == 200 || answer.status() >= 500);
        String gone = outcome(OFFICE.admin().post("/api/v1/modules/" + each.name() + "/uninstall", Map.of()));

        assertThat(gone).isIn("done", "rolled-back", "not-found");
        assertThat(OFFICE.admin().get("/api/v1/modules").status()).isEqualTo(200);
    }

    /** How a change ended, however long that took. */
    private static String outcome(Answer answer) {
        if (answer.status() == 404) {
            return "not-found";
        }
        Awaitility.await("no change runs")
                .atMost(Duration.ofMinutes(1))
                .until(() -> !newest().path("outcome").asText().equals("running"));
        return newest().path("outcome").asText().replace('_', '-');
    }

    private static JsonNode newest() {
        return OFFICE.admin().get("/api/v1/modules/changes").body().at("/items/0");
    }

    private static List<Answer> asked(UnrulyModules.Case each) {
        int times = each.asked() ? 6 : 0;
        return IntStream.range(0, times)
                .parallel()
                .mapToObj(i -> OFFICE.admin().get("/api/v1/" + each.name() + "/x"))
                .toList();
    }

    @Test
    void a_change_that_takes_longer_than_anybody_waits_for_goes_on() {
        Answer answer = OFFICE.install(NotesModule.activating(
                NotesModule.version("1.1.0"), "java.util.concurrent.locks.LockSupport.parkNanos(1_500_000_000L);"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("outcome")).isEqualTo("running");
        assertThat(outcome(answer)).isEqualTo("done");
        assertThat(OFFICE.served()).isEqualTo("1.1.0");
        assertThat(OFFICE.update(NotesModule.version("1.0.0")).text("detail"))
                .contains("1.0.0 is not newer than 1.1.0");
    }
}
