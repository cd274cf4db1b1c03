package io.clientele.bench.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between the browser and the server and counts what passes: whatever the browser says of its requests, those of its workers and its own
 * ones are among them.
 */
public final class Tap implements AutoCloseable {
    private static final List<String> METHODS = List.of("GET ", "POST ", "PUT ", "PATCH ", "DELETE ", "HEAD ");

    private static final int LONGEST_LINE = 400;

    private final ServerSocket door;
    private final int behind;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "bench-tap");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private volatile long lastNanos = System.nanoTime();

    /** A request, and how many bytes the server sent for it, headers included. */
    public record Exchange(String request, AtomicLong bytes) {}

    private Tap(ServerSocket door, int behind) {
        this.door = door;
        this.behind = behind;
    }

    /** Opens a tap to {@code port} on a free port. */
    public static Tap to(int port) throws IOException {
        Tap tap = new Tap(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), port);
        tap.threads.execute(tap::take);
        return tap;
    }

    /** Where the browser reaches the server through it. */
    public String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** Counts from nothing. */
    public void reset() {
        exchanges.clear();
        lastNanos = System.nanoTime();
    }

    /** What was asked for, in order. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** For how long nothing has passed. */
    public long quietNanos() {
        return System.nanoTime() - lastNanos;
    }

    private void take() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                sockets.addAll(List.of(client, server));
                Wire wire = new Wire();
                threads.execute(() -> pump(client, server, (buffer, n) -> asked(buffer, n, wire)));
                threads.execute(() ->
                        pump(server, client, (buffer, n) -> wire.current.bytes().addAndGet(n)));
            } catch (IOException e) {
                // The door closes while it waits for somebody.
            }
        }
    }

    /** A browser sends a request only when the one before it on the same connection is answered, and so each begins a write. */
    private void asked(byte[] buffer, int length, Wire wire) {
        String start = new String(buffer, 0, Math.min(length, LONGEST_LINE), StandardCharsets.ISO_8859_1);
        if (METHODS.stream().anyMatch(start::startsWith)) {
            int end = start.indexOf(" HTTP/");
            Exchange exchange = new Exchange(end < 0 ? start : start.substring(0, end), new AtomicLong());
            wire.current = exchange;
            exchanges.add(exchange);
        }
    }

    /** A connection, on which one request is answered before the next is sent. */
    private static final class Wire {
        volatile Exchange current = new Exchange("", new AtomicLong());
    }

    private interface Counting {
        void passed(byte[] buffer, int length);
    }

    private void pump(Socket from, Socket to, Counting counting) {
        byte[] buffer = new byte[16_384];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                lastNanos = System.nanoTime();
                counting.passed(buffer, n);
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            drop(to);
        } finally {
            drop(from);
        }
    }

    private void drop(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        sockets.forEach(this::drop);
        threads.shutdownNow();
    }
}
