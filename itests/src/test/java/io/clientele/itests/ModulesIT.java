package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.itests.Api.Answer;
import io.clientele.testkit.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A module is installed, updated, rolled back and uninstalled on a running server. */
class ModulesIT {
    @ParameterizedTest
    @EnumSource
    void a_module_comes_changes_and_goes_while_the_server_runs(TestDatabase kind) {
        try (Server server = Server.start(kind)) {
            ModuleOffice office = ModuleOffice.on(server);

            Answer installed = office.install(NotesModule.withTable("1.0.0"));
            assertThat(installed.status()).as(installed.raw().body()).isEqualTo(200);
            assertThat(office.served()).isEqualTo("1.0.0");
            assertThat(office.module().text("state")).isEqualTo("running");

            Answer updated = office.update(NotesModule.withTable("1.1.0"));
            assertThat(updated.status()).as(updated.raw().body()).isEqualTo(200);
            assertThat(office.served()).isEqualTo("1.1.0");

            server.stop();
            server.launch();
            assertThat(office.served()).isEqualTo("1.1.0");

            Answer back = office.change("rollback");
            assertThat(back.status()).as(back.raw().body()).isEqualTo(200);
            assertThat(office.served()).isEqualTo("1.0.0");

            Answer uninstalled = office.change("uninstall");
            assertThat(uninstalled.status()).as(uninstalled.raw().body()).isEqualTo(200);
            assertThat(office.served()).isEqualTo("404");

            Answer preview = office.admin().get("/api/v1/modules/notes/purge");
            assertThat(preview.body().at("/rows/notes_note").asInt(-1))
                    .as(preview.raw().body())
                    .isEqualTo(1);
            assertThat(office.change("purge").status()).isEqualTo(200);
            assertThat(office.module().status()).isEqualTo(404);
        }
    }
}
