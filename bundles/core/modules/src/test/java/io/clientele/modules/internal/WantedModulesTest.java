package io.clientele.modules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.kernel.UnavailableException;
import io.clientele.modules.internal.archive.Archive;
import io.clientele.persistence.Database;
import io.clientele.persistence.Dialect;
import io.clientele.testkit.ModuleJar;
import io.clientele.testkit.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

class WantedModulesTest {
    @TempDir
    Path folder;

    private final Outage database = new Outage();
    private final Broken components = new Broken();

    @ParameterizedTest
    @EnumSource
    void a_module_waits_for_a_database_that_is_away(TestDatabase kind) throws BundleException {
        try (Rig rig = new Rig(folder, kind)) {
            Archive visits = rig.installed(ModuleJar.of("visits", "1.0.0"));
            WantedModules wanted = rig.wanted(database, components);
            database.away = true;

            assertThatThrownBy(wanted::restore).isInstanceOf(UnavailableException.class);

            assertThat(rig.bundles.find(visits)).isEmpty();
            assertThat(rig.away.modules()).containsExactly("visits");
            assertThat(wanted.fault("visits")).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_module_that_failed_while_the_database_was_away_has_another_chance(TestDatabase kind) throws BundleException {
        try (Rig rig = new Rig(folder, kind)) {
            Archive visits = rig.installed(ModuleJar.of("visits", "1.0.0"));
            WantedModules wanted = rig.wanted(database, components);
            components.broken = "visits";
            components.whenAsked = () -> database.away = true;
            assertThatThrownBy(wanted::restore).isInstanceOf(UnavailableException.class);
            components.broken = "";
            components.whenAsked = () -> {};
            database.away = false;

            wanted.restore();

            assertThat(rig.bundles.isActive(visits)).isTrue();
            assertThat(rig.away.modules()).isEmpty();
            assertThat(wanted.fault("visits")).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_module_that_fails_by_itself_stays_away_and_the_others_go_on(TestDatabase kind) throws BundleException {
        try (Rig rig = new Rig(folder, kind)) {
            rig.installed(ModuleJar.of("praise", "1.0.0"));
            Archive visits = rig.installed(ModuleJar.of("visits", "1.0.0"));
            WantedModules wanted = rig.wanted(database, components);
            components.broken = "praise";

            wanted.restore();

            assertThat(rig.bundles.isActive(visits)).isTrue();
            assertThat(rig.away.modules()).containsExactly("praise");
            assertThat(wanted.fault("praise")).isEqualTo("a component does not work: planted");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_module_that_runs_without_having_proved_itself_is_started_anew(TestDatabase kind) throws BundleException {
        try (Rig rig = new Rig(folder, kind)) {
            Archive visits = rig.installed(ModuleJar.of("visits", "1.0.0"));
            WantedModules wanted = rig.wanted(database, components);
            components.broken = "visits";
            wanted.restore();
            components.broken = "";

            wanted.restore();

            assertThat(rig.bundles.isActive(visits)).isTrue();
            assertThat(rig.away.modules()).isEmpty();
        }
    }

    /** A database that answers or does not. */
    private static final class Outage implements Database {
        private boolean away;

        @Override
        public Dialect dialect() {
            return Dialect.H2;
        }

        @Override
        public String durability() {
            return "fast";
        }

        @Override
        public String version() {
            if (away) {
                throw new UnavailableException("planted", Duration.ZERO);
            }
            return "planted";
        }

        @Override
        public Set<String> waiting() {
            return Set.of();
        }

        @Override
        public int connections() {
            return 1;
        }
    }

    /** Components of which those of one module do not work. */
    private static final class Broken extends Rig.NoComponents {
        private String broken = "";
        private Runnable whenAsked = () -> {};

        @Override
        public List<String> unready(Bundle bundle) {
            whenAsked.run();
            return broken.equals(bundle.getHeaders("").get("Clientele-Module")) ? List.of("planted") : List.of();
        }
    }
}
