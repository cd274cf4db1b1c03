package io.clientele.events.internal.webhook;

import io.clientele.kernel.Network;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An outside system on a socket of its own, which can answer anything, or nothing. */
final class Receiver implements AutoCloseable {
    static final String FINE = "HTTP/1.1 204 No Content\r\n\r\n";
    private final ServerSocket server;
    private final Thread accepting;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger posts = new AtomicInteger();
    private final BlockingQueue<Post> received = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Runnable before = () -> {};
    private volatile @Nullable String answer = FINE;

    /** A request as it came. */
    record Post(String start, Map<String, String> headers, String body) {
        String header(String name) {
            return String.valueOf(headers.get(name));
        }
    }

    Receiver() {
        this("127.0.0.1");
    }

    Receiver(String address) {
        try {
            server = new ServerSocket(0, 50, Network.literal(address).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = new Thread(this::run, "test-receiver");
        accepting.setDaemon(true);
        accepting.start();
    }

    int port() {
        return server.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    /** How many have connected, whatever they sent. */
    int connections() {
        return connections.get();
    }

    int posts() {
        return posts.get();
    }

    /** Answers so from now on; null is to hang. */
    void answers(@Nullable String text) {
        answer = text;
    }

    void answers(int status) {
        answers("HTTP/1.1 " + status + " Whatever\r\nContent-Length: 2\r\n\r\nok");
    }

    /** Does this after a request has come and before it is answered. */
    void before(Runnable action) {
        before = action;
    }

    /** The next request; fails if none comes. */
    Post take() {
        try {
            Post post = received.poll(1, TimeUnit.MINUTES);
            if (post == null) {
                throw new IllegalStateException("nothing was received");
            }
            return post;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                Thread thread = new Thread(() -> serve(socket), "test-receiver-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket accepted) {
        try (Socket socket = accepted;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            String start = String.valueOf(in.readLine());
            if (!start.startsWith("POST ")) {
                return;
            }
            Post post = read(start, in);
            posts.incrementAndGet();
            before.run();
            String text = answer;
            received.add(post);
            if (text == null) {
                closed.await();
            } else {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // The other side is gone; what it sent before counts.
            closed.getCount();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Post read(String start, BufferedReader in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        // Bodies in these tests are ASCII, so that characters are bytes.
        char[] body = new char[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
        int read = 0;
        while (read < body.length) {
            read += in.read(body, read, body.length - read);
        }
        return new Post(start, headers, new String(body));
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
            // Until the thread has noticed, the port still takes connections.
            accepting.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
