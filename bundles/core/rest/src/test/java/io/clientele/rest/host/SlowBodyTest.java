package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class SlowBodyTest {
    private static final String SIGNED_IN = "Authorization: Bearer writer";

    private static HttpHost start(Duration slow, Duration silent) {
        HttpHost host = new HttpHost(TestSettings.waitingForBodies(slow, silent));
        host.use(new Tokens());
        host.add(new Notes());
        return host.start();
    }

    @Test
    void a_sender_who_trickles_a_body_is_cut_off() throws Exception {
        try (HttpHost host = start(Duration.ofMillis(500), Duration.ofMinutes(1));
                Socket socket = connected(host, SIGNED_IN, 100_000)) {
            CompletableFuture<String> answer = answer(socket);

            trickle(socket.getOutputStream(), answer);

            assertThat(answer.get(60, TimeUnit.SECONDS))
                    .startsWith("HTTP/1.1 408")
                    .contains("/problems/request-timeout");
        }
    }

    @ParameterizedTest
    @CsvSource({"X-Nobody: 1,50000,401", SIGNED_IN + ",9000000,413"})
    void a_trickled_body_that_nobody_wants_holds_nobody_up(String header, long length, int status) throws Exception {
        try (HttpHost host = start(Duration.ofMillis(500), Duration.ofMinutes(1));
                Socket socket = connected(host, header, length)) {
            CompletableFuture<String> answer = answer(socket);

            trickle(socket.getOutputStream(), answer);

            assertThat(answer.get(60, TimeUnit.SECONDS)).startsWith("HTTP/1.1 " + status);
        }
    }

    @ParameterizedTest
    @CsvSource({"X-Nobody: 1,50000,401", SIGNED_IN + ",999999999,413"})
    void nobody_waits_for_a_body_that_is_not_wanted(String header, long length, int status) throws Exception {
        try (HttpHost host = start(Duration.ofMinutes(1), Duration.ofMinutes(5));
                Socket socket = connected(host, header, length)) {
            assertThat(answer(socket).get(60, TimeUnit.SECONDS)).startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void a_sender_who_falls_silent_is_cut_off() throws Exception {
        try (HttpHost host = start(Duration.ofMinutes(1), Duration.ofMillis(300));
                Socket socket = connected(host, SIGNED_IN, 100_000)) {
            socket.getOutputStream().write('{');

            assertThat(answer(socket).get(60, TimeUnit.SECONDS))
                    .startsWith("HTTP/1.1 408")
                    .contains("/problems/request-timeout");
        }
    }

    private static Socket connected(HttpHost host, String header, long length) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), host.uri().getPort());
        String head = String.join(
                "\r\n",
                "POST /api/v1/notes HTTP/1.1",
                "Host: a",
                header,
                "Connection: close",
                "Content-Type: application/json",
                "Content-Length: " + length,
                "",
                "");
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static CompletableFuture<String> answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        return CompletableFuture.supplyAsync(() -> {
            try {
                return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                return e.toString();
            }
        });
    }

    /** Sends a blank every now and then, until an answer comes or the body would be whole. */
    private static void trickle(OutputStream body, CompletableFuture<String> answer) throws Exception {
        for (int sent = 0; sent < 100_000 && !answer.isDone(); sent++) {
            try {
                body.write(' ');
                answer.get(20, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // No answer yet: the next blank.
            } catch (IOException e) {
                // The other side has hung up; what it said before counts.
                return;
            }
        }
    }
}
