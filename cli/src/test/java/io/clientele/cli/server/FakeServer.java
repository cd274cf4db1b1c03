package io.clientele.cli.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What stands in a fake distribution in place of the server: keeps its promises to the launcher, and no others. */
final class FakeServer {
    private FakeServer() {}

    /** Words: home, data. */
    public static void main(String[] words) throws IOException {
        Path home = Path.of(words[0]);
        Path data = Path.of(words[1]);
        List<String> behaviour = Files.readAllLines(home.resolve("etc/behaviour.cfg"));
        if (behaviour.contains("die")) {
            System.out.println("the database is locked");
            System.exit(7);
        }
        if (behaviour.contains("deaf")) {
            // Stands for a server that hangs while it stops.
            Runtime.getRuntime().addShutdownHook(new Thread(FakeServer::hang));
        }
        int port = Integer.parseInt(Files.readAllLines(home.resolve("etc/io.clientele.rest.cfg")).stream()
                .filter(line -> line.startsWith("port"))
                .map(line -> line.substring(line.indexOf('=') + 1).strip())
                .findFirst()
                .orElse("8181"));
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.createContext("/health/ready", exchange -> answer(exchange, health(home), "{}"));
        http.createContext(
                "/health",
                exchange ->
                        answer(exchange, health(home), "{\"status\":\"UP\",\"durability\":{\"mode\":\"durable\"}}"));
        http.createContext("/api/v1/session", exchange -> answer(exchange, "{\"token\":\"session\"}"));
        http.createContext("/api/v1/tokens", exchange -> answer(exchange, "{\"token\":\"kept\"}"));
        if (!Files.exists(data.resolve("seen"))) {
            Files.writeString(data.resolve("first-password"), "correct horse\n");
            Files.writeString(data.resolve("seen"), "");
        }
        Files.writeString(data.resolve("http-port"), http.getAddress().getPort() + "\n");
        http.start();
    }

    private static void hang() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As a real one, once it was ready, that may become ill and well again. */
    private static int health(Path home) {
        return Files.exists(home.resolve("etc/ill")) ? 503 : 200;
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        answer(exchange, 200, json);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
