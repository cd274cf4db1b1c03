package io.clientele.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A server and who is asking. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "data:";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI server;
    private final String token;
    private final Duration signOfLife;

    /** An empty {@code token} asks as nobody. */
    public Api(URI server, String token) {
        // The server sends one every fifteen seconds.
        this(server, token, Duration.ofSeconds(45));
    }

    /** {@code signOfLife} is how long a stream of events may be silent before it is taken for dead. */
    Api(URI server, String token, Duration signOfLife) {
        this.signOfLife = signOfLife;
        this.server = URI.create(server.toString().replaceAll("/+$", ""));
        this.token = token;
    }

    public URI server() {
        return server;
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return json(send(request(path).GET()));
    }

    /** What the server tells of how it does, also when it is not well. */
    public JsonNode health() throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = answer(request("/health").GET());
        try {
            return json(answer);
        } catch (JsonProcessingException e) {
            throw new ApiException(answer.statusCode(), "the server answered " + answer.statusCode());
        }
    }

    public JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return json(send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    public JsonNode put(String path, Object body) throws IOException, InterruptedException {
        return json(send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    /** Sends a body of any length as it is; it may take as long as it takes. */
    public JsonNode upload(String path, BodyPublisher body) throws IOException, InterruptedException {
        return json(send(request(path)
                .timeout(Duration.ofHours(12))
                .header("Content-Type", "application/octet-stream")
                .POST(body)));
    }

    /** Copies the answer's body to {@code out} as it comes. */
    public void download(String path, OutputStream out) throws IOException, InterruptedException {
        try (InputStream body =
                send(request(path).timeout(Duration.ofHours(12)).GET()).body()) {
            body.transferTo(out);
        }
    }

    /**
     * Follows a stream of server-sent events: gives the data of each to {@code reader} until that returns false, or the stream ends. Fails
     * with an {@link ApiException} if there is no such stream to be had, and with another {@link IOException} if it breaks.
     */
    public void follow(String path, Predicate<JsonNode> reader) throws IOException, InterruptedException {
        InputStream body =
                send(request(path).header("Accept", "text/event-stream").GET()).body();
        try (Silence silence = new Silence(body, signOfLife);
                BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                silence.broken();
                if (line.startsWith(DATA) && !reader.test(JSON.readTree(line.substring(DATA.length())))) {
                    return;
                }
            }
        }
    }

    /** A query string, starting with a question mark. Entries without a value are left out. */
    public static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path)).timeout(Duration.ofSeconds(60));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = answer(builder);
        if (answer.statusCode() >= 400) {
            try (InputStream body = answer.body()) {
                throw new ApiException(answer.statusCode(), problem(answer.statusCode(), body.readAllBytes()));
            }
        }
        return answer;
    }

    private HttpResponse<InputStream> answer(HttpRequest.Builder builder) throws IOException, InterruptedException {
        try {
            return http.send(builder.build(), BodyHandlers.ofInputStream());
        } catch (ConnectException e) {
            throw new ApiException(ApiException.NOBODY, "nobody answers at " + server);
        }
    }

    private static JsonNode json(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            byte[] bytes = body.readAllBytes();
            return bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
        }
    }

    /** The problem document in one or a few lines; the bare status when the answer is none. */
    static String problem(int status, byte[] body) {
        JsonNode problem;
        try {
            problem = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return "the server answered " + status;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        StringBuilder text = new StringBuilder(problem.path("title").asText("the server answered " + status));
        append(text, ": ", problem.path("detail").asText(""));
        for (JsonNode error : problem.path("errors")) {
            append(text, "\n  ", error.path("pointer").asText(""));
            append(text, " ", error.path("detail").asText(""));
        }
        append(text, "\n  trace id ", problem.path("traceId").asText(""));
        return text.toString();
    }

    private static void append(StringBuilder text, String before, String more) {
        if (!more.isEmpty()) {
            text.append(before).append(more);
        }
    }
}
