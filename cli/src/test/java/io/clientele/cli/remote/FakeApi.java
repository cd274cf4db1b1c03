package io.clientele.cli.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that gives prepared answers and remembers what it was asked. */
public final class FakeApi implements AutoCloseable {
    private final HttpServer http;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, Queue<String>> first = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public FakeApi() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.start();
    }

    /** {@code request} is a method and a path; {@code answer} a status and a body. */
    public FakeApi when(String request, String answer) {
        answers.put(request, answer);
        return this;
    }

    /** Gives {@code answer} once, before any other to the same request. */
    public FakeApi once(String request, String answer) {
        first.computeIfAbsent(request, none -> new ConcurrentLinkedQueue<>()).add(answer);
        return this;
    }

    public List<String> asked() {
        return asked;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + token + " " + body);
        String request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        String answer =
                first.getOrDefault(request, new ConcurrentLinkedQueue<>()).poll();
        if (answer == null) {
            answer = answers.getOrDefault(request, "404 {\"title\":\"Not found\",\"detail\":\"" + request + "\"}");
        }
        byte[] content = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
