package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.itests.Api.Answer;
import io.clientele.testkit.ModuleJar;
import io.clientele.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Modules that fail, and changes that are cut off: the system is as before, or as was asked for. */
class ModuleFaultsIT {
    private static final String BROKEN_TABLES =
            "create table notes_extra (id int); insert into notes_nowhere values (1);";

    @ParameterizedTest
    @EnumSource
    void a_version_that_does_not_prove_itself_gives_way_to_the_one_before(TestDatabase kind) {
        try (Server server = Server.start(kind)) {
            ModuleOffice office = ModuleOffice.on(server);
            office.install(NotesModule.withTable("1.0.0"));

            Stream.of(
                            NotesModule.waiting(NotesModule.withTable("1.1.0")),
                            NotesModule.activating(
                                    NotesModule.withTable("1.2.0"), "throw new IllegalStateException(\"not today\");"),
                            NotesModule.activating(
                                    NotesModule.withTable("1.3.0"), "throw new OutOfMemoryError(\"planted\");"),
                            failingMigration("1.4.0"))
                    .forEach(bad -> {
                        Answer failed = office.update(bad);

                        assertThat(failed.status()).as(failed.raw().body()).isEqualTo(409);
                        assertThat(failed.text("type")).endsWith("module-change-failed");
                        assertThat(failed.text("detail")).contains("all is as before");
                        assertThat(office.served()).isEqualTo("1.0.0");
                    });
            Answer tables = office.update(NotesModule.withTable("1.5.0"));

            assertThat(tables.status()).as(tables.raw().body()).isEqualTo(200);
            assertThat(office.served()).isEqualTo("1.5.0");
        }
    }

    private static ModuleJar failingMigration(String version) {
        return NotesModule.withTable(version)
                .entry("META-INF/clientele/migrations/V003__extra.sql", BROKEN_TABLES)
                .entry("META-INF/clientele/migrations/U003__extra.sql", "drop table if exists notes_extra;");
    }

    @Test
    void an_update_without_a_way_back_is_refused_before_anything_is_touched() {
        ModuleOffice office = ModuleOffice.on(Servers.on(TestDatabase.H2));
        office.install(memo("1.0.0"));

        Answer refused = office.update(
                memo("1.1.0").entry("META-INF/clientele/migrations/V001__memo.sql", "create table memo_x (id int)"));
        Answer older = office.update(memo("0.9.0"));
        Answer lacking = office.update(memo("1.2.0").header("Import-Package", "io.clientele.kernel;version=\"[7,8)\""));

        assertThat(refused.text("type")).endsWith("module-plan-refused");
        assertThat(refused.text("detail")).contains("V001 of memo 1.1.0 has no undo script U001");
        assertThat(older.text("detail")).contains("0.9.0 is not newer than 1.0.0");
        assertThat(lacking.text("detail")).contains("needs io.clientele.kernel [7,8)");
    }

    private static ModuleJar memo(String version) {
        return ModuleJar.of("memo", version).entry("readme.txt", "A module that does nothing.");
    }

    @Test
    void a_module_that_halts_the_process_is_not_there_after_the_next_start() {
        try (Server server = Server.start(TestDatabase.H2)) {
            ModuleOffice office = ModuleOffice.on(server);
            office.install(NotesModule.version("1.0.0"));

            Answer updated = office.update(NotesModule.activating(
                    NotesModule.version("1.1.0"),
                    "if (new java.io.File(System.getProperty(\"karaf.data\"), \"halt\").exists())"
                            + " Runtime.getRuntime().halt(3);"));
            assertThat(updated.status()).as(updated.raw().body()).isEqualTo(200);
            plantHalt(server);
            server.stop();
            assertThat(server.endsWhileStarting()).isTrue();

            server.launch();
            assertThat(office.module().text("state")).isEqualTo("quarantined");
            assertThat(office.served()).isEqualTo("503");
            Answer away = Api.anonymous(server).get(NotesModule.ROOT);
            assertThat(away.text("type")).endsWith("module-away");
            assertThat(away.text("detail")).contains("notes");
            assertThat(away.header("Retry-After")).isNotEmpty();
            assertThat(office.admin().get("/api/v1/modules").raw().body())
                    .contains("the process ended while it was started");

            healed(server);
            assertThat(office.change("release").text("state")).isEqualTo("running");
            assertThat(office.served()).isEqualTo("1.1.0");
            assertThat(office.change("rollback").status()).isEqualTo(200);
            assertThat(office.served()).isEqualTo("1.0.0");
        }
    }

    @Test
    void a_module_that_halts_the_process_when_it_is_first_started_is_left_out_until_it_is_released() {
        try (Server server = Server.start(TestDatabase.H2)) {
            ModuleOffice office = ModuleOffice.on(server);
            ModuleJar halting = NotesModule.activating(NotesModule.version("1.0.0"), "Runtime.getRuntime().halt(3);");

            assertThatThrownBy(() -> office.install(halting)).isInstanceOf(UncheckedIOException.class);
            server.launch();

            assertThat(office.served()).isEqualTo("404");
            assertThat(office.module().text("state")).isEqualTo("uninstalled");
            assertThat(office.change("install").text("detail"))
                    .contains("the process ended while notes 1.0.0 was started");
            assertThat(office.change("release").status()).isEqualTo(200);
            assertThat(office.admin()
                            .post("/api/v1/modules/notes/plan", Map.of("kind", "install"))
                            .body()
                            .path("refusals"))
                    .isEmpty();
        }
    }

    private static void plantHalt(Server server) {
        try {
            Files.createFile(server.home().resolve("data/halt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void healed(Server server) {
        try {
            Files.delete(server.home().resolve("data/halt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At any moment, inside other bundles and the framework too; {@link KilledChangesIT} kills at every step of ours. */
    @Test
    void a_change_that_is_cut_off_anywhere_leaves_the_old_or_the_new_version() {
        int kills = 3;
        Random random = new Random(7);
        try (Server server = Server.start(TestDatabase.H2)) {
            ModuleOffice office = ModuleOffice.on(server);
            office.install(NotesModule.withTable("1.0.0"));
            for (int i = 1; i <= kills; i++) {
                String before = office.served();
                String after = "1.0." + i;
                Future<?> change = inBackground(() -> office.update(NotesModule.withTable(after)));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(400)));
                server.kill();
                forget(change);
                server.launch();

                assertThat(office.served()).as("kill %s", i).isIn(before, after);
                assertThat(office.module().text("state")).isEqualTo("running");
            }
        }
    }

    private static Future<?> inBackground(Runnable change) {
        ExecutorService clients = Executors.newSingleThreadExecutor();
        try {
            return clients.submit(change);
        } finally {
            clients.shutdown();
        }
    }

    /** The answer does not arrive, or it came just before the kill. */
    private static void forget(Future<?> change) {
        try {
            change.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            assertThat(e).hasRootCauseInstanceOf(IOException.class);
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
