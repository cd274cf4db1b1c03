package io.clientele.modules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.modules.internal.Swap.Editions;
import io.clientele.modules.internal.Swap.Result;
import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.store.Step;
import io.clientele.testkit.ModuleJar;
import io.clientele.testkit.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.BundleException;

/** Nobody waits for the time that a module has to prove itself, which is a minute here, when it is known to have failed. */
@Timeout(30)
class SwapTest {
    private static final String SCRIPTS = "META-INF/clientele/migrations/";
    private static final Journal UNWRITTEN = new Journal() {
        @Override
        public void step(Step step) {}

        @Override
        public void decide() {}
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void a_migration_that_failed_is_told_with_its_reason(TestDatabase kind) throws BundleException {
        try (Rig rig = new Rig(folder, kind)) {
            Archive from = running(rig);
            Archive to = rig.add(changing("drop table if exists visits_x"));
            rig.ran(to, 1, "0", "Table \"VISITS_NOSUCH\" not found; SQL statement:\nalter table visits_nosuch");

            Result result = rig.swap().carryOut(new Editions("visits", from, to), UNWRITTEN);

            assertThat(result.fault())
                    .isEqualTo(
                            "the tables of visits 2.0.0 could not be made: V001__x failed: Table \"VISITS_NOSUCH\" not found");
            assertThat(result.whole()).isTrue();
            assertThat(rig.bundles.isActive(from)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_version_before_runs_again_though_the_tables_cannot_be_taken_back(TestDatabase kind)
            throws BundleException {
        try (Rig rig = new Rig(folder, kind)) {
            Archive from = running(rig);
            Archive to = rig.add(changing("drop table visits_nowhere"));
            rig.ran(to, 1, "0", "planted");

            Result result = rig.swap().carryOut(new Editions("visits", from, to), UNWRITTEN);

            assertThat(result.whole()).isFalse();
            assertThat(result.fault()).contains("planted", "the tables could not be taken back");
            assertThat(rig.bundles.isActive(from)).isTrue();
            assertThat(rig.away.modules()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tables_are_taken_back_by_the_number_of_a_migration_whatever_each_edition_calls_its_script(TestDatabase kind)
            throws BundleException {
        try (Rig rig = new Rig(folder, kind)) {
            Archive from = rig.add(changing("drop table if exists visits_x"));
            Archive to = rig.add(ModuleJar.of("visits", "3.0.0")
                    .entry(SCRIPTS + "V001__renamed.sql", "create table visits_x (a int)")
                    .entry(SCRIPTS + "U001__renamed.sql", "drop table if exists visits_x")
                    .entry(SCRIPTS + "V002__y.sql", "create table visits_y (a int)")
                    .entry(SCRIPTS + "U002__y.sql", "drop table if exists visits_y"));
            rig.ran(to, 1, to.checksum(1).orElseThrow(), null);
            rig.ran(to, 2, "0", "planted");

            String note = new WayBack(rig.schemas()).returnTo(from, to);

            assertThat(note).isEmpty();
            assertThat(rig.schemas().begun(to.symbolicName())).containsExactly(1);
        }
    }

    private static Archive running(Rig rig) throws BundleException {
        Archive archive = rig.installed(ModuleJar.of("visits", "1.0.0"));
        rig.bundles.install(archive).start();
        return archive;
    }

    private static ModuleJar changing(String undo) {
        return ModuleJar.of("visits", "2.0.0")
                .entry(SCRIPTS + "V001__x.sql", "create table visits_x (a int)")
                .entry(SCRIPTS + "U001__x.sql", undo);
    }
}
