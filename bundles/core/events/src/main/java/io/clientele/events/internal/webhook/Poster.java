package io.clientele.events.internal.webhook;

import io.clientele.kernel.DaemonThreads;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts to a target over a connection to an address that was looked up once and found fit, so that no second look can lead elsewhere. It
 * follows no redirect, uses no proxy, and takes no longer than it is told, whatever the other side does. Safe for use by many threads.
 */
final class Poster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Poster.class);
    private static final int MOST_ADDRESSES = 4;
    private final Target.Resolver resolver;
    private final Outside outside;
    private final SSLSocketFactory encryption;
    private final Duration patience;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("clientele-webhooks-watch"));

    Poster(Target.Resolver resolver, Outside outside, SSLSocketFactory encryption, Duration patience) {
        this.resolver = resolver;
        this.outside = outside;
        this.encryption = encryption;
        this.patience = patience;
    }

    /** The longest that {@link #post} takes once the name is resolved. */
    Duration patience() {
        return patience;
    }

    /** Posts JSON once; never throws what the receiver or the network is to blame for. */
    Outcome post(String url, Map<String, String> headers, String body) {
        try {
            Target target = Target.of(url);
            InetAddress[] addresses = target.addresses(resolver, outside);
            return exchange(target, List.of(addresses), Message.of(target, headers, body));
        } catch (UnknownHostException e) {
            return Outcome.failed("the host is unknown");
        } catch (ForbiddenAddressException e) {
            return Outcome.failed(ForbiddenAddressException.WHY);
        } catch (SSLException e) {
            LOG.debug("No secure connection", e);
            return Outcome.failed("no secure connection could be made");
        } catch (ConnectException | NoRouteToHostException e) {
            return Outcome.failed("the host does not accept connections");
        } catch (ProtocolException | EOFException e) {
            LOG.debug("Not understood", e);
            return Outcome.failed("the answer is not HTTP/1.1, or ends too soon");
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("Not delivered", e);
            return Outcome.failed("no answer within " + patience.toSeconds() + " s");
        }
    }

    /** Takes the next address only where nothing was sent to the one before. */
    private Outcome exchange(Target target, List<InetAddress> addresses, byte[] message) throws IOException {
        try {
            return exchange(target, addresses.get(0), message);
        } catch (ConnectException | NoRouteToHostException e) {
            if (addresses.size() == 1) {
                throw e;
            }
            return exchange(target, addresses.subList(1, Math.min(addresses.size(), MOST_ADDRESSES)), message);
        }
    }

    private Outcome exchange(Target target, InetAddress address, byte[] message) throws IOException {
        // Not the default socket, which takes the proxy of the system properties.
        try (Socket plain = new Socket(Proxy.NO_PROXY)) {
            open.add(plain);
            // A closed socket ends any wait in it at once, also amid a handshake or an answer that trickles.
            Future<?> limit = closeInTime(plain);
            try {
                connect(plain, address, target.port());
                Socket talk = target.encrypted() ? encrypt(plain, target) : plain;
                talk.getOutputStream().write(message);
                talk.getOutputStream().flush();
                return Outcome.answered(new StatusReader(talk).read());
            } finally {
                limit.cancel(false);
                open.remove(plain);
            }
        }
    }

    private Future<?> closeInTime(Socket socket) throws SocketException {
        try {
            return watch.schedule(() -> close(socket), patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopping", e);
            throw new SocketException("Nothing is sent any more");
        }
    }

    private void connect(Socket socket, InetAddress address, int port) throws IOException {
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(address, port), (int) patience.toMillis());
    }

    private Socket encrypt(Socket plain, Target target) throws IOException {
        SSLSocket socket = (SSLSocket) encryption.createSocket(plain, target.host(), target.port(), false);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A connection could not be closed", e);
        }
    }

    /** Ends what is under way; what was to be sent stays queued. */
    @Override
    public void close() {
        watch.shutdownNow();
        open.forEach(Poster::close);
    }

    /** A request as it goes over the wire. */
    private static final class Message {
        private Message() {}

        static byte[] of(Target target, Map<String, String> headers, String body) {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            StringBuilder head = new StringBuilder(500);
            head.append("POST ").append(target.request()).append(" HTTP/1.1\r\n");
            line(head, "Host", target.authority());
            line(head, "User-Agent", "Clientele-Webhooks/1");
            line(head, "Content-Type", "application/json");
            line(head, "Content-Length", Integer.toString(content.length));
            line(head, "Connection", "close");
            headers.forEach((name, value) -> line(head, name, value));
            byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
            byte[] message = new byte[start.length + content.length];
            System.arraycopy(start, 0, message, 0, start.length);
            System.arraycopy(content, 0, message, start.length, content.length);
            return message;
        }

        private static void line(StringBuilder head, String name, String value) {
            head.append(name).append(": ").append(value).append("\r\n");
        }
    }
}
