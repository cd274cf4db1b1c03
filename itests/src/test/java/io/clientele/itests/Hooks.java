package io.clientele.itests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clientele.itests.Api.Answer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** An outside system, where servers under test may send what happens, with all that it ever got. */
final class Hooks implements AutoCloseable {
    final BlockingQueue<Post> posts = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private volatile Runnable before = () -> {};

    /** What was sent. */
    record Post(String id, String timestamp, String signature, String body) {
        /** The customer that it is about. */
        String customer() {
            return body.replaceFirst(".*\"customer\":\"([^\"]+)\".*", "$1");
        }
    }

    Hooks() throws IOException {
        server = HttpServer.create(new InetSocketAddress(Server.ALLOWED_ADDRESS, 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/hook", exchange -> {
            Post post = new Post(
                    header(exchange, "webhook-id"),
                    header(exchange, "webhook-timestamp"),
                    header(exchange, "webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            // Whoever takes the post changes what is done with the next one.
            Runnable action = before;
            posts.add(post);
            action.run();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    /** Does this from now on when something has come, before it is answered. */
    void before(Runnable action) {
        before = action;
    }

    /** Has a server tell of new customers from now on. */
    Answer subscribe(Api admin) {
        String url =
                "http://" + Server.ALLOWED_ADDRESS + ":" + server.getAddress().getPort() + "/hook";
        Answer hook = admin.post("/api/v1/webhooks", Map.of("url", url, "types", List.of("registry.CustomerAdded")));
        if (hook.status() != 201) {
            throw new IllegalStateException(hook.raw().body());
        }
        return hook;
    }

    static int remove(Api admin, Answer hook) {
        return admin.send("DELETE", "/api/v1/webhooks/" + hook.text("id"), BodyPublishers.noBody(), Map.of())
                .status();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
