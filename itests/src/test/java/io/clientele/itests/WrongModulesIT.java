package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.itests.Api.Answer;
import io.clientele.testkit.ModuleJar;
import io.clientele.testkit.TestDatabase;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the makers of modules do by mistake: whoever installs one is told what it is, and where. */
class WrongModulesIT {
    private static final String SCRIPTS = "META-INF/clientele/migrations/";

    private static final String TELLING =
            """
                package io.example.telling;
                import io.clientele.events.*;
                import io.clientele.persistence.Transactions;
                import io.clientele.rest.Public;
                import jakarta.ws.rs.*;
                import org.slf4j.LoggerFactory;
                @Path("/api/v1/telling")
                @Produces("text/plain")
                public class Telling {
                    private volatile Transactions transactions;
                    private volatile Outbox outbox;
                    @GET @Public public String tell() {
                        LoggerFactory.getLogger("telling").warn("planted", new IllegalStateException("planted"));
                        return told("registry.CustomerErased") + "; " + told("telling.Happened");
                    }
                    private String told(String type) {
                        try {
                            return transactions.write(connection -> {
                                outbox.append(NewEvent.of(type, 1));
                                return type + " is told";
                            });
                        } catch (IllegalArgumentException e) {
                            return e.getMessage();
                        }
                    }
                }""";

    @ParameterizedTest
    @EnumSource
    void what_is_wrong_with_a_module_is_told_to_whoever_installs_it(TestDatabase kind) {
        ModuleOffice office = ModuleOffice.on(Servers.on(kind));

        assertThat(refusal(office, "waiting", waiting()))
                .contains("io.example.waiting.Waiting waits for java.util.concurrent.Callable (x=y)");
        assertThat(refusal(office, "unguarded", unguarded()))
                .contains("io.example.unguarded.Unguarded.all has neither @Requires nor @Public");
        assertThat(refusal(office, "throwing", throwing()))
                .contains(
                        "failed to activate: java.lang.IllegalStateException: no luck at io.example.throwing.Throwing")
                .contains("Throwing.java:");
        assertThat(refusal(office, "facts", astray())).contains("its facts cannot be read: ");
    }

    @ParameterizedTest
    @EnumSource
    void a_migration_is_told_by_what_it_came_upon_last_and_not_by_an_earlier_try(TestDatabase kind) {
        ModuleOffice office = ModuleOffice.on(Servers.on(kind));
        ModuleJar first = ModuleJar.of("shelf", "1.0.0")
                .entry(
                        SCRIPTS + "V001__shelf.sql",
                        "create table shelf_a (id int); insert into shelf_nowhere values (1)");
        ModuleJar second = ModuleJar.of("shelf", "1.0.1")
                .entry(SCRIPTS + "V001__shelf.sql", "create table shelf_a (id bigint); insert into shelf_b values (1)");

        assertThat(refusal(office, "shelf", first)).containsIgnoringCase("shelf_nowhere");
        assertThat(refusal(office, "shelf", second)).doesNotContainIgnoringCase("shelf_nowhere");
    }

    @ParameterizedTest
    @EnumSource
    void a_module_tells_of_its_own_events_alone_and_what_it_logged_does_not_hold_it(TestDatabase kind) {
        ModuleOffice office = ModuleOffice.on(Servers.on(kind));
        Answer installed = office.install(telling("1.0.0"));
        assertThat(installed.status()).as(installed.raw().body()).isEqualTo(200);

        String told =
                Api.anonymous(office.server()).get("/api/v1/telling").raw().body();
        Answer updated = office.update(telling("1.1.0"));
        Answer checked = office.admin().post("/api/v1/modules/leaks/check", Map.of());

        assertThat(told)
                .contains("the module telling tells of its own events, such as telling.Happened, and not of"
                        + " registry.CustomerErased")
                .contains("telling.Happened is told");
        assertThat(updated.status()).as(updated.raw().body()).isEqualTo(200);
        assertThat(checked.raw().body()).doesNotContain("telling 1.0.0 is held");
        office.admin().post("/api/v1/modules/telling/uninstall", Map.of());
    }

    private static String refusal(ModuleOffice office, String name, ModuleJar jar) {
        Answer answer = office.install(jar);
        assertThat(answer.status()).as("%s: %s", name, answer.raw().body()).isEqualTo(409);
        return answer.text("detail");
    }

    private static ModuleJar waiting() {
        return ModuleJar.of("waiting", "1.0.0")
                .source("io.example.waiting.Waiting", "package io.example.waiting; public class Waiting {}")
                .component(
                        "io.example.waiting.Waiting",
                        "<reference name=\"$000\" interface=\"java.util.concurrent.Callable\" target=\"(x=y)\"/>");
    }

    private static ModuleJar throwing() {
        return ModuleJar.of("throwing", "1.0.0")
                .source(
                        "io.example.throwing.Throwing",
                        """
                        package io.example.throwing;
                        public class Throwing {
                            public Throwing() { throw new IllegalStateException("no luck"); }
                        }""")
                .component("io.example.throwing.Throwing", "");
    }

    private static ModuleJar unguarded() {
        return ModuleJar.of("unguarded", "1.0.0")
                .header("Import-Package", "jakarta.ws.rs")
                .source(
                        "io.example.unguarded.Unguarded",
                        """
                        package io.example.unguarded;
                        import jakarta.ws.rs.*;
                        @Path("/api/v1/unguarded")
                        public class Unguarded {
                            @GET public String all() { return ""; }
                        }""")
                .resource("io.example.unguarded.Unguarded");
    }

    private static ModuleJar astray() {
        return ModuleJar.of("astray", "1.0.0")
                .header("Import-Package", "io.clientele.facts,io.clientele.facts.spi")
                .source(
                        "io.example.astray.Astray",
                        """
                        package io.example.astray;
                        import io.clientele.facts.FactType;
                        import io.clientele.facts.spi.*;
                        import java.util.*;
                        public class Astray implements FactSource {
                            @Override public String table() { return "astray_nowhere"; }
                            @Override public String customerColumn() { return "customer_id"; }
                            @Override public Cardinality cardinality() { return Cardinality.ONE; }
                            @Override public List<FactColumn> columns() {
                                return List.of(FactColumn.of("astray.count", FactType.NUMBER, "n", Map.of("en", "N")));
                            }
                        }""")
                .component(
                        "io.example.astray.Astray",
                        "<service><provide interface=\"io.clientele.facts.spi.FactSource\"/></service>");
    }

    private static ModuleJar telling(String version) {
        return ModuleJar.of("telling", version)
                .header(
                        "Import-Package",
                        "io.clientele.events,io.clientele.persistence,io.clientele.rest,jakarta.ws.rs,org.slf4j")
                .source("io.example.telling.Telling", TELLING)
                .component(
                        "io.example.telling.Telling",
                        "<service><provide interface=\"io.example.telling.Telling\"/></service>"
                                + "<property name=\"osgi.jakartars.resource\" type=\"Boolean\" value=\"true\"/>"
                                + "<reference name=\"t\" interface=\"io.clientele.persistence.Transactions\" field=\"transactions\"/>"
                                + "<reference name=\"o\" interface=\"io.clientele.events.Outbox\" field=\"outbox\"/>");
    }
}
