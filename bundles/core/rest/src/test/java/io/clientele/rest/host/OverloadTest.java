package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.rest.Public;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class OverloadTest {
    private static final int THREADS = 2;
    private static final int QUEUED = 3;
    private static final int MORE = 40;

    /** Holds everybody until the door opens. */
    @Path("/api/v1/door")
    public static final class Door {
        final Semaphore inside = new Semaphore(0);
        final CountDownLatch open = new CountDownLatch(1);

        @GET
        @Public
        public Map<String, Boolean> pass() throws InterruptedException {
            inside.release();
            return Map.of("open", open.await(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void when_all_threads_and_places_to_wait_are_taken_the_rest_is_told_to_come_back() throws Exception {
        try (HttpHost host = new HttpHost(TestSettings.serving(THREADS, QUEUED, Duration.ofMinutes(1)))) {
            Door door = new Door();
            host.add(door);
            URI path = host.start().uri().resolve("/api/v1/door");
            BlockingQueue<HttpResponse<String>> answers = new LinkedBlockingQueue<>();

            List<CompletableFuture<Boolean>> requests = new ArrayList<>(send(path, THREADS, answers));
            door.inside.acquire(THREADS);
            requests.addAll(send(path, QUEUED + MORE, answers));
            List<HttpResponse<String>> refused = take(MORE, answers);
            door.open.countDown();
            CompletableFuture.allOf(requests.toArray(CompletableFuture[]::new)).join();

            assertThat(refused).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).contains("1");
                assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
                assertThat(answer.body()).contains("/problems/unavailable");
            });
            assertThat(answers)
                    .extracting(HttpResponse::statusCode)
                    .hasSize(THREADS + QUEUED)
                    .containsOnly(200);
            assertThat(new Client(host.uri()).get("/api/v1/door").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void who_has_waited_too_long_for_a_thread_is_told_to_come_back() throws Exception {
        try (HttpHost host = new HttpHost(TestSettings.serving(1, 1, Duration.ofMillis(200)))) {
            Door door = new Door();
            host.add(door);
            URI path = host.start().uri().resolve("/api/v1/door");
            BlockingQueue<HttpResponse<String>> answers = new LinkedBlockingQueue<>();

            List<CompletableFuture<Boolean>> first = send(path, 1, answers);
            door.inside.acquire();
            send(path, 1, answers);
            HttpResponse<String> late = take(1, answers).get(0);
            door.open.countDown();
            first.get(0).join();

            assertThat(late.statusCode()).isEqualTo(503);
            assertThat(take(1, answers).get(0).statusCode()).isEqualTo(200);
        }
    }

    private static List<CompletableFuture<Boolean>> send(
            URI path, int count, BlockingQueue<HttpResponse<String>> answers) {
        List<CompletableFuture<Boolean>> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            HttpRequest request =
                    HttpRequest.newBuilder(path).timeout(Duration.ofSeconds(90)).build();
            sent.add(HttpClient.newHttpClient()
                    .sendAsync(request, BodyHandlers.ofString())
                    .thenApply(answers::add));
        }
        return sent;
    }

    private static List<HttpResponse<String>> take(int count, BlockingQueue<HttpResponse<String>> answers)
            throws InterruptedException {
        List<HttpResponse<String>> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            HttpResponse<String> answer = answers.poll(60, TimeUnit.SECONDS);
            assertThat(answer).as("answer " + i).isNotNull();
            taken.add(answer);
        }
        return taken;
    }
}
