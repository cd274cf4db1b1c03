package io.clientele.registry.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.registry.internal.BulkCustomers;
import io.clientele.registry.internal.Outcome;
import io.clientele.registry.internal.Rehearsal;
import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.rest.host.HostSettings;
import io.clientele.rest.host.HttpHost;
import io.clientele.rest.spi.Identity;
import io.clientele.testkit.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportEventsTest {
    private static final String FILE = "id,name\n1,Ada\n2,Grace\n3,Mary\n";

    /** More than a host with one thread for requests has threads at all. */
    private static final int FOLLOWERS = 16;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void many_follow_a_run_to_its_end_and_hold_no_thread_of_the_host(TestDatabase kind) throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (Desk desk = new Desk(kind);
                HttpHost host = new HttpHost(oneThread())) {
            Transfer transfer = desk.transfer(folder, 1, gated(desk.targets, gate));
            ImportView upload = desk.upload(transfer, ImportKind.CUSTOMERS, FILE);
            host.use(credentials -> Optional.of(new Meng(desk)));
            host.add(new ImportsResource(transfer));
            URI path = host.start().uri().resolve("/api/v1/imports/" + upload.id());
            desk.manager(() -> transfer.imports().run(Imports.id(upload.id()), false));

            List<CompletableFuture<HttpResponse<Stream<String>>>> streams =
                    Stream.generate(() -> follow(path)).limit(FOLLOWERS).toList();
            for (CompletableFuture<HttpResponse<Stream<String>>> stream : streams) {
                assertThat(stream.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            }
            HttpResponse<String> meanwhile = HttpClient.newHttpClient().send(request(path), BodyHandlers.ofString());
            gate.countDown();

            assertThat(meanwhile.body()).contains("\"state\":\"running\"");
            for (CompletableFuture<HttpResponse<Stream<String>>> stream : streams) {
                assertThat(events(stream.get()))
                        .startsWith("event: progress")
                        .contains("\"state\":\"running\"", "\"rows\":0,")
                        .endsWith("\"errors\":[]}")
                        .containsSubsequence("\"state\":\"running\"", "\"state\":\"done\"", "\"rows\":3,");
            }
            transfer.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_stream_of_an_import_at_rest_tells_where_it_stands_and_ends(TestDatabase kind) throws Exception {
        try (Desk desk = new Desk(kind);
                HttpHost host = new HttpHost(oneThread())) {
            Transfer transfer = desk.transfer(folder, 10);
            ImportView upload = desk.upload(transfer, ImportKind.CUSTOMERS, FILE);
            host.use(credentials -> Optional.of(new Meng(desk)));
            host.add(new ImportsResource(transfer));
            URI path = host.start().uri().resolve("/api/v1/imports/" + upload.id());

            HttpResponse<Stream<String>> stream = follow(path).get(60, TimeUnit.SECONDS);

            assertThat(events(stream)).containsOnlyOnce("event: progress").contains("\"state\":\"uploaded\"");
            transfer.close();
        }
    }

    private static HostSettings oneThread() {
        return new HostSettings(
                "127.0.0.1",
                0,
                null,
                Set.of(),
                1,
                2 * FOLLOWERS,
                1 << 20,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                8 << 10,
                Duration.ofSeconds(30),
                List.of());
    }

    private static CompletableFuture<HttpResponse<Stream<String>>> follow(URI path) {
        return HttpClient.newHttpClient().sendAsync(request(URI.create(path + "/events")), BodyHandlers.ofLines());
    }

    private static HttpRequest request(URI path) {
        return HttpRequest.newBuilder(path)
                .header("Authorization", "Bearer meng")
                .timeout(Duration.ofSeconds(60))
                .build();
    }

    private static String events(HttpResponse<Stream<String>> answer) {
        return String.join("\n", answer.body().toList()).strip();
    }

    /** Customers are written when the gate is open. */
    private static ImportTargets gated(ImportTargets open, CountDownLatch gate) {
        BulkCustomers customers = new BulkCustomers() {
            @Override
            public List<Outcome> write(List<Row> rows) {
                try {
                    assertThat(gate.await(60, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return open.customers().write(rows);
            }

            @Override
            public List<Outcome> rehearse(List<Row> rows, Rehearsal before) {
                return open.customers().rehearse(rows, before);
            }
        };
        return new ImportTargets(
                open.visible(), open.staff(), customers, open.purchases(), open.interactions(), open.relations());
    }

    /** Whoever asks is the manager. */
    private record Meng(Desk desk) implements Identity {
        @Override
        public String name() {
            return Desk.MANAGER.login();
        }

        @Override
        public boolean may(String permission) {
            return Desk.MANAGER.may(permission);
        }

        @Override
        public Scope enter() {
            return desk.callers.enter(Desk.MANAGER);
        }
    }
}
