package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.persistence.DuplicateKeyException;
import io.clientele.persistence.Durability;
import io.clientele.persistence.OpenDatabase;
import io.clientele.persistence.Transactions;
import io.clientele.persistence.embedded.Databases;
import io.clientele.rest.BodyLimit;
import io.clientele.rest.Public;
import io.clientele.testkit.SettableClock;
import io.clientele.testkit.TestDatabase;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdempotencyTest {

    /** A count that grows with every POST, and fails after it has grown when asked to. */
    @Path("/api/v1/counts")
    public static final class Counts {
        private final Transactions transactions;

        Counts(Transactions transactions) {
            this.transactions = transactions;
        }

        /** Takes more than others. */
        @POST
        @Path("long")
        @Public
        @BodyLimit(4 * 1024 * 1024)
        public Map<String, Integer> countLong(Map<String, String> how) {
            return Map.of("length", how.getOrDefault("a", "").length());
        }

        @POST
        @Public
        public Map<String, Integer> count(Map<String, String> how) {
            return transactions.write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate("insert into counted (how) values ('x')");
                }
                if (how.containsKey("fail")) {
                    throw new io.clientele.kernel.ConflictException("count-refused", "no");
                }
                return Map.of("count", rows(transactions));
            });
        }
    }

    /** Writes the same twice, and takes no notice of the refusal. */
    @Path("/api/v1/careless")
    public static final class Careless {
        private final Transactions transactions;
        private final AtomicInteger calls = new AtomicInteger();

        Careless(Transactions transactions) {
            this.transactions = transactions;
        }

        @POST
        @Public
        public Map<String, Integer> add(Map<String, String> ignored) {
            insert();
            try {
                insert();
            } catch (DuplicateKeyException e) {
                return Map.of("calls", calls.incrementAndGet());
            }
            return Map.of();
        }

        private void insert() {
            transactions.write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.executeUpdate("insert into counted_once (id) values (1)");
                }
            });
        }
    }

    private static int rows(Transactions transactions) {
        return transactions.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select count(*) from counted")) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_repeated_request_changes_once_and_answers_the_same_even_after_a_restart(TestDatabase kind) throws Exception {
        TestDatabase.Location at = kind.create();
        try (OpenDatabase database = Databases.open(at.url(), at.user(), at.password(), Durability.FAST)) {
            Transactions transactions = prepared(database);
            HttpResponse<String> first;
            try (HttpHost host = host(transactions)) {
                first = post(host, "k1", "{\"a\":\"1\"}");
                assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
                assertThat(post(host, "k2", "{\"a\":\"1\"}").body()).isNotEqualTo(first.body());
            }
            try (HttpHost host = host(transactions)) {
                assertThat(post(host, "k1", "{\"a\":\"1\"}").body()).isEqualTo(first.body());
                assertThat(post(host, "k1", "{\"a\":\"2\"}").statusCode()).isEqualTo(422);
                assertThat(rows(transactions)).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_key_is_as_good_as_new_after_a_day(TestDatabase kind) {
        TestDatabase.Location at = kind.create();
        SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
        try (OpenDatabase database = Databases.open(at.url(), at.user(), at.password(), Durability.FAST)) {
            Transactions transactions = prepared(database);
            try (HttpHost host = host(transactions, clock)) {
                String first = post(host, "k", "{\"a\":\"1\"}").body();

                clock.forward(Duration.ofHours(24).minusMillis(1));
                assertThat(post(host, "k", "{\"a\":\"1\"}").body()).isEqualTo(first);

                clock.forward(Duration.ofMillis(1));
                HttpResponse<String> later = post(host, "k", "{\"a\":\"2\"}");
                assertThat(later.statusCode()).as(later.body()).isEqualTo(200);
                assertThat(later.body()).isNotEqualTo(first);
                assertThat(post(host, "k", "{\"a\":\"2\"}").body()).isEqualTo(later.body());
                assertThat(rows(transactions)).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_request_that_repeats_a_key_of_its_own_is_refused_and_not_tried_for_ever(TestDatabase kind) {
        TestDatabase.Location at = kind.create();
        try (OpenDatabase database = Databases.open(at.url(), at.user(), at.password(), Durability.FAST)) {
            Transactions transactions = prepared(database);
            Careless careless = new Careless(transactions);
            try (HttpHost host = host(transactions)) {
                host.add(careless);

                HttpResponse<String> refused = post(host.uri().resolve("/api/v1/careless"), "k", "{}");

                assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
                assertThat(careless.calls).hasValueLessThanOrEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_refused_request_leaves_nothing_and_may_be_corrected(TestDatabase kind) throws Exception {
        TestDatabase.Location at = kind.create();
        try (OpenDatabase database = Databases.open(at.url(), at.user(), at.password(), Durability.FAST)) {
            Transactions transactions = prepared(database);
            try (HttpHost host = host(transactions)) {
                assertThat(post(host, "k", "{\"fail\":\"1\"}").statusCode()).isEqualTo(409);
                assertThat(rows(transactions)).isZero();
                assertThat(post(host, "k", "{}").statusCode()).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_many_at_once_one_changes_something(TestDatabase kind) throws Exception {
        TestDatabase.Location at = kind.create();
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try (OpenDatabase database = Databases.open(at.url(), at.user(), at.password(), Durability.FAST)) {
            Transactions transactions = prepared(database);
            try (HttpHost host = host(transactions);
                    HttpHost otherNode = host(transactions)) {
                Callable<Integer> here = () -> post(host, "k", "{}").statusCode();
                Callable<Integer> there = () -> post(otherNode, "k", "{}").statusCode();
                List<Callable<Integer>> all = Stream.generate(() -> List.of(here, there))
                        .limit(8)
                        .flatMap(List::stream)
                        .toList();
                for (var answer : clients.invokeAll(all)) {
                    assertThat(answer.get()).isIn(200, 409);
                }
                assertThat(rows(transactions)).isEqualTo(1);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_kept_can_be_read_by_nobody_but_the_sender_with_the_same_rights(TestDatabase kind) {
        TestDatabase.Location at = kind.create();
        try (OpenDatabase database = Databases.open(at.url(), at.user(), at.password(), Durability.FAST)) {
            Transactions transactions = prepared(database);
            Tokens tokens = new Tokens();
            try (HttpHost host = host(transactions, Clock.systemUTC(), tokens)) {
                HttpResponse<String> first = post(host, "k", "{\"password\":\"guess\"}");
                assertThat(kept(transactions)).doesNotContain("count", digest("{\"password\":\"guess\"}"));
                assertThat(post(host, "k", "{\"password\":\"guess\"}").body()).isEqualTo(first.body());

                tokens.demoteWriter();
                HttpResponse<String> demoted = post(host, "k", "{\"password\":\"guess\"}");

                assertThat(demoted.statusCode()).isEqualTo(409);
                assertThat(demoted.body()).contains("answer-withheld").doesNotContain("count\":");
                assertThat(rows(transactions)).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_body_with_a_key_may_be_as_long_as_its_operation_takes(TestDatabase kind) {
        TestDatabase.Location at = kind.create();
        try (OpenDatabase database = Databases.open(at.url(), at.user(), at.password(), Durability.FAST)) {
            Transactions transactions = prepared(database);
            try (HttpHost host = host(transactions)) {
                String body = "{\"a\":\"" + "x".repeat(3_000_000) + "\"}";

                assertThat(post(host.uri().resolve("/api/v1/counts/long"), "k", body)
                                .body())
                        .isEqualTo("{\"length\":3000000}");
                assertThat(post(host, "k", body).statusCode()).isEqualTo(413);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_key_belongs_to_the_query_too(TestDatabase kind) {
        TestDatabase.Location at = kind.create();
        try (OpenDatabase database = Databases.open(at.url(), at.user(), at.password(), Durability.FAST)) {
            Transactions transactions = prepared(database);
            try (HttpHost host = host(transactions)) {
                String one = post(host.uri().resolve("/api/v1/counts?of=a"), "k", "{}")
                        .body();
                String other = post(host.uri().resolve("/api/v1/counts?of=b"), "k", "{}")
                        .body();

                assertThat(other).isNotEqualTo(one);
                assertThat(rows(transactions)).isEqualTo(2);
            }
        }
    }

    private static String kept(Transactions transactions) {
        return transactions.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select body_digest, body from rest_idempotency")) {
                row.next();
                return row.getString(1) + new String(row.getBytes(2), StandardCharsets.ISO_8859_1);
            }
        });
    }

    private static String digest(String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Transactions prepared(OpenDatabase database) {
        database.migrate("io.clientele.rest", HttpHost.class);
        database.migrate("io.clientele.counts", IdempotencyTest.class);
        return database.transactions();
    }

    private static HttpHost host(Transactions transactions) {
        return host(transactions, Clock.systemUTC());
    }

    private static HttpHost host(Transactions transactions, Clock clock) {
        return host(transactions, clock, new Tokens());
    }

    private static HttpHost host(Transactions transactions, Clock clock, Tokens tokens) {
        HttpHost host = new HttpHost(HostSettings.onFreePort(), clock);
        host.use(tokens);
        host.keepAnswersIn(transactions);
        host.add(new Counts(transactions));
        return host.start();
    }

    private static HttpResponse<String> post(HttpHost host, String key, String body) {
        return post(host.uri().resolve("/api/v1/counts"), key, body);
    }

    private static HttpResponse<String> post(URI address, String key, String body) {
        Client client = new Client(address);
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return client.send(client.writer(address.getPath() + query)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }
}
