package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.itests.Api.Answer;
import io.clientele.testkit.ModuleJar;
import io.clientele.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modules that leave something behind when they go: whoever holds on to them is named. */
class LeaksIT {
    private static final ModuleOffice OFFICE = ModuleOffice.on(Servers.on(TestDatabase.H2));
    private static final String IMPORTS = "jakarta.ws.rs,io.clientele.rest,io.micrometer.core.instrument,"
            + "com.fasterxml.jackson.databind,com.fasterxml.jackson.databind.type";
    private static final String COMPONENT =
            """
            <service><provide interface="%s"/></service>
            <property name="osgi.jakartars.resource" type="Boolean" value="true"/>
            <reference name="registry" interface="io.micrometer.core.instrument.MeterRegistry" field="registry"/>
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    straythread   | new Thread(() -> java.util.concurrent.locks.LockSupport.park(), "stray").start() | thread "stray" → io.example.straythread.Leak
                    threadlocal   | new ThreadLocal<Leak>().set(this)                              | , ThreadLocal → io.example.threadlocal.Leak
                    listener      | io.micrometer.core.instrument.Gauge.builder("leak", () -> 1).register(registry) | io.micrometer.
                    cachedclass   | com.fasterxml.jackson.databind.type.TypeFactory.defaultInstance().constructType(Leak.class) | com.fasterxml.jackson.databind.
                    """)
    void whoever_holds_on_to_a_module_that_went_is_named(String module, String leak, String holder) {
        ModuleJar jar = leaking(module, leak);
        assertThat(OFFICE.install(jar).status()).isEqualTo(200);
        assertThat(OFFICE.admin().get("/api/v1/" + module).status()).isEqualTo(200);

        Answer uninstalled = OFFICE.admin().post("/api/v1/modules/" + module + "/uninstall", Map.of());
        assertThat(uninstalled.status()).as(uninstalled.raw().body()).isEqualTo(200);

        assertThat(leaked(module)).singleElement().asString().contains(module + " 1.0.0 is held by ", holder);
    }

    private static List<String> leaked(String module) {
        Answer checked = OFFICE.admin().post("/api/v1/modules/leaks/check", Map.of());
        List<String> leaked = new ArrayList<>();
        checked.body().path("installed").forEach(each -> {
            if (each.path("name").asText().equals(module)) {
                each.path("leaked").forEach(line -> leaked.add(line.asText()));
            }
        });
        return leaked;
    }

    /** A module that leaks when it is asked for something, on the thread of the request. */
    private static ModuleJar leaking(String module, String statement) {
        String type = "io.example." + module + ".Leak";
        return ModuleJar.of(module, "1.0.0")
                .header("Import-Package", IMPORTS)
                .source(
                        type,
                        """
                        package io.example.%1$s;
                        @jakarta.ws.rs.Path("/api/v1/%1$s")
                        public class Leak {
                            private io.micrometer.core.instrument.MeterRegistry registry;
                            @jakarta.ws.rs.GET @io.clientele.rest.Public
                            public String leak() { %2$s; return "done"; }
                        }"""
                                .formatted(module, statement))
                .component(type, COMPONENT.formatted(type));
    }
}
