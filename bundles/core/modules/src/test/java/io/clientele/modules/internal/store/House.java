package io.clientele.modules.internal.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.clientele.testkit.Signer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A host of a feature repository, with a certificate of its own. */
final class House implements AutoCloseable {
    static final Signer CERTIFICATE = Signer.create("CN=House,O=Example", "-ext", "san=ip:127.0.0.1");
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;
    private static final int FOUND = 302;
    private final HttpsServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, String> elsewhere = new ConcurrentHashMap<>();

    /** What was sent, as {@code 200 /features.xml}. */
    final Queue<String> sent = new ConcurrentLinkedQueue<>();

    House() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(CERTIFICATE.encryption()));
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] file = files.get(path);
            String place = elsewhere.get(path);
            String tag = file == null ? "" : "\"" + java.util.Arrays.hashCode(file) + "\"";
            if (place != null) {
                exchange.getResponseHeaders().set("Location", place);
                send(exchange, FOUND, new byte[0]);
            } else if (file == null) {
                send(exchange, NOT_FOUND, new byte[0]);
            } else if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                send(exchange, NOT_MODIFIED, new byte[0]);
            } else {
                exchange.getResponseHeaders().set("ETag", tag);
                send(exchange, OK, file);
            }
        }
    }

    private void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        sent.add(status + " " + exchange.getRequestURI().getPath());
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    String address(String path) {
        return "https://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void put(String path, byte[] bytes) {
        files.put(path, bytes);
    }

    /** Lists these locations, each as a feature. */
    void list(String... locations) {
        StringBuilder features = new StringBuilder("<features name='house'>");
        for (String location : locations) {
            features.append("<feature name='any'><bundle>").append(location).append("</bundle></feature>");
        }
        put("/modules/features.xml", features.append("</features>").toString().getBytes(StandardCharsets.UTF_8));
    }

    void redirect(String path, String place) {
        elsewhere.put(path, place);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
