package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.rest.EventStream;
import io.clientele.rest.Public;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsTest {
    private final HttpHost host = new HttpHost(HostSettings.onFreePort());
    private Client client = new Client(java.net.URI.create("http://localhost"));

    @BeforeEach
    void start() {
        client = new Client(host.start().uri());
    }

    @AfterEach
    void stop() {
        host.close();
    }

    /** Counts down from three to whoever listens, and to itself whether somebody still does. */
    @Path("/api/v1/countdown")
    public static final class Countdown {
        final CountDownLatch opened = new CountDownLatch(1);
        final CountDownLatch ended = new CountDownLatch(1);

        @GET
        @Public
        @Produces("text/event-stream")
        public EventStream count() {
            return EventStream.of(sink -> {
                sink.onClose(ended::countDown);
                ForkJoinPool.commonPool().execute(() -> {
                    for (int left = 3; left > 0; left--) {
                        sink.send("left", Map.of("left", left));
                    }
                    sink.close();
                });
            });
        }

        @GET
        @Path("stuck")
        @Public
        @Produces("text/event-stream")
        public EventStream stuck() {
            return EventStream.of(sink -> {
                sink.onClose(ended::countDown);
                sink.send("left", Map.of("left", 3));
                opened.countDown();
            });
        }
    }

    @Test
    void events_arrive_in_order_and_the_stream_ends_when_its_source_ends_it() throws Exception {
        Countdown countdown = new Countdown();
        host.add(countdown);

        HttpResponse<String> answer = client.send(client.request("/api/v1/countdown"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(answer.body())
                .isEqualTo(
                        "event: left\ndata: {\"left\":3}\n\nevent: left\ndata: {\"left\":2}\n\nevent: left\ndata: {\"left\":1}\n\n");
        assertThat(countdown.ended.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_stream_ends_when_its_resource_goes() throws Exception {
        Countdown countdown = new Countdown();
        host.add(countdown);
        CompletableFuture<String> body = CompletableFuture.supplyAsync(
                () -> client.send(client.request("/api/v1/countdown/stuck")).body());
        assertThat(countdown.opened.await(30, TimeUnit.SECONDS)).isTrue();

        host.remove(countdown);

        assertThat(countdown.ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(body.get(30, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void a_stream_ends_when_its_reader_may_no_longer_do_what_they_could() throws Exception {
        Tokens tokens = new Tokens();
        host.use(tokens);
        Countdown countdown = new Countdown();
        host.add(countdown);
        CompletableFuture<String> body = CompletableFuture.supplyAsync(
                () -> client.send(client.writer("/api/v1/countdown/stuck")).body());
        assertThat(countdown.opened.await(30, TimeUnit.SECONDS)).isTrue();

        tokens.demoteWriter();

        assertThat(countdown.ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(body.get(30, TimeUnit.SECONDS)).contains("left");
    }

    @Test
    void the_host_is_ready_only_when_every_check_is_good_and_a_broken_check_fails_alone() {
        host.add(() -> new Result(Result.Status.OK, "fine"), "fine");
        host.add(
                () -> {
                    throw new IllegalStateException("broken");
                },
                "broken");

        HttpResponse<String> health = client.send(client.request("/health"));

        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body())
                .contains(
                        "\"live\":true",
                        "\"ready\":false",
                        "{\"name\":\"fine\",\"good\":true",
                        "{\"name\":\"broken\",\"good\":false");
        assertThat(client.send(client.request("/health/live")).statusCode()).isEqualTo(200);
        assertThat(client.send(client.request("/api/v1/none")).statusCode()).isEqualTo(404);
    }
}
