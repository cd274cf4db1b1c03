package io.clientele.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Stands between a client and a server on this machine. Shut, it still takes connections and bytes, and passes nothing on: a black hole. */
public final class Gate implements AutoCloseable {
    private static final long RETRY_NANOS = 1_000_000;

    private final ServerSocket door;
    private final int behind;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "bench-gate");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean shut;

    private Gate(ServerSocket door, int behind) {
        this.door = door;
        this.behind = behind;
    }

    /** Opens a gate to {@code port} on a free port. */
    public static Gate to(int port) throws IOException {
        Gate gate = new Gate(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), port);
        gate.threads.execute(gate::take);
        return gate;
    }

    /** Where it listens. */
    public int port() {
        return door.getLocalPort();
    }

    /** Swallows what comes, in both directions. */
    public void shut() {
        shut = true;
    }

    /** Passes on what comes from now on; connections that lost something are gone. */
    public void open() {
        shut = false;
        sockets.forEach(Gate::drop);
        sockets.clear();
    }

    private void take() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException e) {
                // Nobody can come in while this gate is closing, and nobody is behind it while the server is away.
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void connect(Socket client) throws IOException {
        sockets.add(client);
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
            sockets.add(server);
            threads.execute(() -> pump(client, server));
            threads.execute(() -> pump(server, client));
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!shut) {
                    out.write(buffer, 0, n);
                }
            }
        } catch (IOException e) {
            // One side is gone, and so the other goes.
            drop(to);
        } finally {
            sockets.remove(from);
        }
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        sockets.forEach(Gate::drop);
        threads.shutdownNow();
    }
}
