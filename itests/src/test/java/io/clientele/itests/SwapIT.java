package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.itests.Api.Answer;
import io.clientele.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A module is installed, updated and uninstalled again and again, while others work with the core without a pause. */
class SwapIT {
    @Test
    void nobody_notices_while_a_module_comes_changes_and_goes() {
        int cycles = Integer.getInteger("swaps", 100);
        try (Server server = Server.start(TestDatabase.H2)) {
            ModuleOffice office = ModuleOffice.on(server);
            String one = digest(office, "1.0.0");
            String two = digest(office, "1.1.0");
            CoreWork core = CoreWork.start(office.admin());
            List<Long> away = new ArrayList<>();
            for (int i = 0; i < cycles; i++) {
                away.add(change(office, "install", Map.of("sha256", one)));
                assertThat(office.served()).isEqualTo("1.0.0");
                away.add(change(office, "update", Map.of("sha256", two)));
                assertThat(office.served()).isEqualTo("1.1.0");
                away.add(change(office, "uninstall", Map.of()));
                assertThat(office.served()).isEqualTo("404");
            }

            assertThat(core.end()).isEmpty();
            assertThat(core.answered()).isGreaterThan(cycles);
            assertThat(leaked(office)).isEmpty();
            report(cycles, core.answered(), away);
        }
    }

    private static String digest(ModuleOffice office, String version) {
        return office.upload(office.signer().sign(NotesModule.withTable(version).bytes()))
                .text("sha256");
    }

    private static long change(ModuleOffice office, String kind, Map<String, String> body) {
        Answer answer = office.admin().post("/api/v1/modules/notes/" + kind, body);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body().path("awayMillis").asLong();
    }

    private static List<String> leaked(ModuleOffice office) {
        JsonNode catalogue =
                office.admin().post("/api/v1/modules/leaks/check", Map.of()).body();
        List<String> leaked = new ArrayList<>();
        catalogue.path("installed").forEach(m -> m.path("leaked").forEach(l -> leaked.add(l.asText())));
        return leaked;
    }

    /** Times are shown, not asserted. */
    private static void report(int cycles, int answered, List<Long> away) {
        Collections.sort(away);
        System.out.printf(
                "%d cycles, %d core requests, own paths away: median %d ms, p99 %d ms, worst %d ms%n",
                cycles,
                answered,
                away.get(away.size() / 2),
                away.get((int) Math.ceil(away.size() * 0.99) - 1),
                away.get(away.size() - 1));
    }
}
