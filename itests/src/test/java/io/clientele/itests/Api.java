package io.clientele.itests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One user's view of a server's interface: JSON in, JSON out. */
record Api(Server server, @Nullable String token) {
    static final ObjectMapper JSON = new ObjectMapper();

    /** What came back. */
    record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        /** The text of a field of the body. */
        String text(String field) {
            return body.path(field).asText();
        }
    }

    static Api anonymous(Server server) {
        return new Api(server, null);
    }

    /** Signs in. */
    static Api signIn(Server server, String login, String password) {
        Answer answer = anonymous(server).post("/api/v1/session", Map.of("login", login, "password", password));
        if (answer.status() != 200) {
            throw new IllegalStateException("sign-in answered " + answer.raw().body());
        }
        return new Api(server, answer.text("token"));
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    Answer post(String path, Object body) {
        return post(path, body, Map.of());
    }

    Answer post(String path, Object body, Map<String, String> headers) {
        return send("POST", path, json(body), headers);
    }

    Answer put(String path, Object body, String ifMatch) {
        return send("PUT", path, json(body), Map.of("If-Match", ifMatch));
    }

    Answer patch(String path, Object body, String ifMatch) {
        return send(
                "PATCH", path, json(body), Map.of("If-Match", ifMatch, "Content-Type", "application/merge-patch+json"));
    }

    /** Sends a request as this user; {@code headers} win over the usual ones. */
    Answer send(String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path)).method(method, body);
        if (!headers.containsKey("Content-Type") && body.contentLength() != 0) {
            request.setHeader("Content-Type", "application/json");
        }
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        headers.forEach(request::setHeader);
        HttpResponse<String> answer = server.send(request);
        return new Answer(answer.statusCode(), parse(answer), answer);
    }

    static HttpRequest.BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode parse(HttpResponse<String> answer) {
        boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        try {
            return json ? JSON.readTree(answer.body()) : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + answer.body(), e);
        }
    }
}
