package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.persistence.Dialect;
import io.clientele.persistence.Durability;
import io.clientele.persistence.OpenDatabase;
import io.clientele.persistence.embedded.Databases;
import io.clientele.rest.LongRunning;
import io.clientele.rest.Public;
import io.clientele.testkit.TestDatabase;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.http.HttpResponse;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class DeadlineTest {
    /** Queries that take very long, and ones that take no time. */
    @Path("/api/v1/queries")
    @Produces("application/json")
    public static final class Queries {
        private final OpenDatabase database;

        Queries(OpenDatabase database) {
            this.database = database;
        }

        @GET
        @Path("endless")
        @Public
        public Map<String, Long> endless() {
            String numbers = database.database().dialect() == Dialect.H2
                    ? "system_range(1, 1000000)"
                    : "generate_series(1, 1000000)";
            return count("select count(*) from " + numbers + " a, " + numbers + " b");
        }

        @GET
        @Path("short")
        @Public
        public Map<String, Long> brief() {
            return count("select 1");
        }

        @GET
        @Path("long-running")
        @Public
        @LongRunning
        public Map<String, Long> longRunning() {
            return count("select 1");
        }

        private Map<String, Long> count(String query) {
            return database.transactions().write(connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(query)) {
                    row.next();
                    return Map.of("count", row.getLong(1));
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_query_that_outlasts_the_time_for_its_request_is_given_up(TestDatabase kind) {
        TestDatabase.Location at = kind.create();
        try (OpenDatabase database = Databases.open(at.url(), at.user(), at.password(), Durability.FAST);
                HttpHost host = host(database, Duration.ofMillis(500))) {
            Client client = new Client(host.start().uri());

            HttpResponse<String> answer = client.get("/api/v1/queries/endless");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.body()).contains("/problems/deadline");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_begins_after_the_time_for_a_request_but_what_may_take_longer(TestDatabase kind) {
        TestDatabase.Location at = kind.create();
        try (OpenDatabase database = Databases.open(at.url(), at.user(), at.password(), Durability.FAST);
                HttpHost host = host(database, Duration.ofNanos(1))) {
            Client client = new Client(host.start().uri());

            assertThat(client.get("/api/v1/queries/short").body()).contains("/problems/deadline");
            assertThat(client.get("/api/v1/queries/long-running").body()).isEqualTo("{\"count\":1}");
        }
    }

    private static HttpHost host(OpenDatabase database, Duration time) {
        HttpHost host = new HttpHost(TestSettings.answeringWithin(time));
        host.limit(database.transactions());
        host.add(new Queries(database));
        return host;
    }
}
