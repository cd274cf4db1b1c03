package io.clientele.modules.internal.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.facts.Fact;
import io.clientele.facts.FactType;
import io.clientele.facts.Facts;
import io.clientele.facts.spi.FactColumn;
import io.clientele.facts.spi.FactSource;
import io.clientele.modules.Modules;
import io.clientele.persistence.Durability;
import io.clientele.persistence.OpenDatabase;
import io.clientele.persistence.embedded.Databases;
import io.clientele.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

public class FactProofTest {
    @TempDir
    Path folder;

    private Framework framework = new FrameworkFactory().newFramework(Map.of());

    @BeforeEach
    void start() throws BundleException {
        framework = new FrameworkFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE, folder.toString()));
        framework.start();
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(TimeUnit.SECONDS.toMillis(2));
    }

    @ParameterizedTest
    @EnumSource
    void facts_that_are_known_and_can_be_read_are_right(TestDatabase kind) {
        assertThat(fault(kind, source("persistence_migration", "statements"), own("visits.count")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_table_or_column_that_is_not_there_is_told_as_the_database_tells_it(TestDatabase kind) {
        assertThat(fault(kind, source("visits_nowhere", "statements"), own("visits.count")))
                .get()
                .asString()
                .startsWith("its facts cannot be read: ")
                .containsIgnoringCase("visits_nowhere");
        assertThat(fault(kind, source("persistence_migration", "nothing"), own("visits.count")))
                .get()
                .asString()
                .startsWith("its facts cannot be read: ")
                .containsIgnoringCase("nothing");
    }

    @ParameterizedTest
    @EnumSource
    void a_fact_that_another_keeps_or_that_nobody_knows_is_told(TestDatabase kind) {
        Fact foreign = new Fact("visits.count", FactType.NUMBER, Map.of(), null, false, true, "io.clientele.registry");

        assertThat(fault(kind, source("persistence_migration", "statements"), foreign))
                .contains("its fact visits.count is one that io.clientele.registry keeps already");
        assertThat(fault(kind, source("persistence_migration", "statements")))
                .contains("its fact visits.count is left out; the log says why");
    }

    private Optional<String> fault(TestDatabase kind, FactSource source, Fact... known) {
        TestDatabase.Location at = kind.create();
        try (OpenDatabase database = Databases.open(at.url(), at.user(), at.password(), Durability.FAST)) {
            database.migrate("io.clientele.modules", Modules.class);
            var registered = framework.getBundleContext().registerService(FactSource.class, source, null);
            FactProof proof = new FactProof(framework.getBundleContext(), knowing(known), database.transactions());
            Optional<String> fault = proof.fault(framework);
            registered.unregister();
            return fault;
        }
    }

    private Fact own(String name) {
        return new Fact(name, FactType.NUMBER, Map.of(), null, false, true, framework.getSymbolicName());
    }

    private static FactSource source(String table, String column) {
        return new FactSource() {
            @Override
            public String table() {
                return table;
            }

            @Override
            public String customerColumn() {
                return "version";
            }

            @Override
            public Cardinality cardinality() {
                return Cardinality.ONE;
            }

            @Override
            public List<FactColumn> columns() {
                return List.of(FactColumn.of("visits.count", FactType.NUMBER, column, Map.of()));
            }
        };
    }

    /** A catalogue of these facts. */
    public static Facts knowing(Fact... known) {
        return new Facts() {
            @Override
            public List<Fact> all() {
                return Stream.of(known).toList();
            }

            @Override
            public long revision() {
                return known.length;
            }
        };
    }
}
