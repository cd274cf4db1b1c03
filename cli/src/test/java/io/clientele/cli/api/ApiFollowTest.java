package io.clientele.cli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ApiFollowTest {
    private final CountDownLatch tested = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> heard = new ArrayList<>();
    private HttpServer server;

    /** A server that tells two numbers and then neither goes on nor ends. */
    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/numbers", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody()
                    .write("event: number\ndata: 1\n\n: alive\n\ndata: 2\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            try {
                tested.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        tested.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private Api api(Duration signOfLife) {
        return new Api(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "", signOfLife);
    }

    @Test
    void takes_a_stream_that_gives_no_sign_of_life_for_broken() {
        assertThatThrownBy(() -> api(Duration.ofMillis(200)).follow("/numbers", number -> heard.add(number.asText())))
                .isInstanceOf(IOException.class);

        assertThat(heard).containsExactly("1", "2");
    }

    @Test
    void stops_when_the_reader_has_heard_enough() throws IOException, InterruptedException {
        api(Duration.ofHours(1)).follow("/numbers", number -> !heard.add(number.asText()));

        assertThat(heard).containsExactly("1");
    }

    @Test
    void says_in_words_why_there_is_no_stream() {
        assertThatThrownBy(() -> api(Duration.ofHours(1)).follow("/letters", letter -> true))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("404");
    }
}
