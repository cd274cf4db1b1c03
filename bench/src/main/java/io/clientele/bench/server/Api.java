package io.clientele.bench.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** What the bench does as a user of the HTTP interface, outside the measured rounds. Not for use by several threads. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final int port;
    private String token = "";

    /** Speaks to {@code port} on the loopback interface, at first as nobody. */
    public Api(int port) {
        this.port = port;
    }

    /** Whether the server says that it is ready. */
    public boolean ready() {
        return status("/health/ready") == 200;
    }

    /** The status of a GET, or 0 if nothing answers. */
    public int status(String path) {
        try {
            HttpRequest request =
                    request(path).timeout(Duration.ofSeconds(10)).GET().build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Signs in, or answers empty if that is not possible (yet). */
    public Optional<Api> tryLogin(String login, String password) {
        ObjectNode body = JSON.createObjectNode().put("login", login).put("password", password);
        try {
            HttpResponse<String> response = send("POST", "/api/v1/session", json(body), "application/json");
            if (response.statusCode() != 200) {
                return Optional.empty();
            }
            token = JSON.readTree(response.body()).path("token").asText();
            return Optional.of(this);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Signs in. */
    public Api login(String login, String password) {
        return tryLogin(login, password).orElseThrow(() -> new IllegalStateException(login + " cannot sign in"));
    }

    /** Speaks with an API token from now on. */
    public Api token(String apiToken) {
        token = apiToken;
        return this;
    }

    /** The token in use. */
    public String token() {
        return token;
    }

    /** A GET that must succeed. */
    public JsonNode get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    /** Walks through the items of a list, page by page, for as long as {@code goesOn} says so. */
    public void each(String path, Predicate<JsonNode> goesOn) {
        String list = path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE;
        String next = list;
        while (!next.isEmpty()) {
            JsonNode page = get(next);
            for (JsonNode item : page.path("items")) {
                if (!goesOn.test(item)) {
                    return;
                }
            }
            String cursor = page.path("next").asText("");
            next = cursor.isEmpty() ? "" : list + "&cursor=" + cursor;
        }
    }

    /** A POST of JSON that must succeed. */
    public JsonNode post(String path, JsonNode body) {
        return call("POST", path, json(body));
    }

    /** A PUT of JSON that must succeed. */
    public JsonNode put(String path, JsonNode body) {
        return call("PUT", path, json(body));
    }

    /** A PUT of JSON in place of what was read in {@code version}, which must succeed. */
    public JsonNode put(String path, JsonNode body, long version) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", '"' + Long.toString(version) + '"')
                .timeout(Duration.ofMinutes(10))
                .PUT(json(body))
                .build();
        try {
            HttpResponse<String> response = send(request);
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        "PUT " + path + " answered " + response.statusCode() + ": " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException("PUT " + path + " failed", e);
        }
    }

    /** A POST of a file that must succeed. */
    public JsonNode upload(String path, Path file) throws IOException {
        return call("POST", path, BodyPublishers.ofFile(file));
    }

    /** A POST of bytes of that type that must succeed. */
    public JsonNode post(String path, byte[] body, String type) {
        return call("POST", path, BodyPublishers.ofByteArray(body), type);
    }

    /** What came back, whatever it was. */
    public record Reply(int status, JsonNode body) {}

    /** A POST that may be refused. */
    public Reply attempt(String path, byte[] body, String type) {
        try {
            HttpResponse<String> response = send("POST", path, BodyPublishers.ofByteArray(body), type);
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Reply(response.statusCode(), json ? JSON.readTree(response.body()) : JSON.createObjectNode());
        } catch (IOException e) {
            throw new IllegalStateException("POST " + path + " failed", e);
        }
    }

    /** An empty object to fill. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private JsonNode call(String method, String path, BodyPublisher body) {
        return call(method, path, body, "application/json");
    }

    private JsonNode call(String method, String path, BodyPublisher body, String type) {
        try {
            HttpResponse<String> response = send(method, path, body, type);
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        method + " " + path + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + " failed", e);
        }
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body, String type) throws IOException {
        HttpRequest request = request(path)
                .header("Content-Type", type)
                .timeout(Duration.ofMinutes(10))
                .method(method, body)
                .build();
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    private static BodyPublisher json(JsonNode body) {
        return BodyPublishers.ofString(body.toString());
    }
}
