package io.clientele.rest.host;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends requests to a host under test. */
final class Client {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI host;

    Client(URI host) {
        this.host = host;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(host.resolve(path)).timeout(Duration.ofSeconds(60));
    }

    HttpRequest.Builder writer(String path) {
        return request(path).header("Authorization", "Bearer writer");
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> get(String path) {
        return send(writer(path));
    }

    HttpResponse<String> post(String path, String json) {
        return send(writer(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }
}
