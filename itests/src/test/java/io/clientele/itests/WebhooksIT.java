package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clientele.itests.Api.Answer;
import io.clientele.testkit.TestDatabase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Outside systems are told what happens, and only those in networks that the operator allows. */
class WebhooksIT {
    private record Post(String id, String timestamp, String signature, String body) {}

    @ParameterizedTest
    @EnumSource
    void a_new_customer_reaches_a_receiver_in_an_allowed_network_with_a_valid_signature(TestDatabase kind)
            throws Exception {
        Api admin = Servers.admin(kind);
        BlockingQueue<Post> posts = new LinkedBlockingQueue<>();
        HttpServer receiver = receiver(posts);
        try {
            Answer hook = add(admin, receiver.getAddress().getPort());
            Answer customer = admin.post("/api/v1/customers", Map.of("kind", "person", "name", "Webb"));

            Post post = posts.poll(1, TimeUnit.MINUTES);

            assertThat(post).isNotNull();
            assertThat(post.body()).contains("registry.CustomerAdded", "\"customer\":\"" + customer.text("id") + "\"");
            assertThat(post.signature()).isEqualTo("v1," + hmac(hook.text("secret"), post));
            assertThat(admin.get("/api/v1/webhooks/" + hook.text("id")).raw().body())
                    .doesNotContain("whsec_");
            remove(admin, hook);
        } finally {
            receiver.stop(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_other_network_is_reached(TestDatabase kind) {
        Api admin = Servers.admin(kind);

        Answer address = admin.post("/api/v1/webhooks", Map.of("url", "http://169.254.169.254/latest"));
        Answer named = admin.post("/api/v1/webhooks", Map.of("url", "http://localhost:" + port(admin) + "/health"));
        admin.post("/api/v1/customers", Map.of("kind", "person", "name", "Locke"));

        assertThat(address.status()).isEqualTo(400);
        Awaitility.await("the attempt is recorded")
                .atMost(Duration.ofMinutes(1))
                .until(() -> deliveries(admin, named).contains("in no allowed network"));
        assertThat(Api.anonymous(admin.server()).get("/api/v1/webhooks").status())
                .isEqualTo(401);
        remove(admin, named);
    }

    private static HttpServer receiver(BlockingQueue<Post> posts) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(Server.ALLOWED_ADDRESS, 0), 0);
        server.createContext("/hook", exchange -> {
            posts.add(new Post(
                    header(exchange, "webhook-id"),
                    header(exchange, "webhook-timestamp"),
                    header(exchange, "webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    private static Answer add(Api admin, int port) {
        Answer hook = admin.post(
                "/api/v1/webhooks",
                Map.of(
                        "url",
                        "http://" + Server.ALLOWED_ADDRESS + ":" + port + "/hook",
                        "types",
                        List.of("registry.CustomerAdded")));
        assertThat(hook.status()).as(hook.raw().body()).isEqualTo(201);
        return hook;
    }

    private static void remove(Api admin, Answer hook) {
        Answer removed = admin.send("DELETE", "/api/v1/webhooks/" + hook.text("id"), BodyPublishers.noBody(), Map.of());
        assertThat(removed.status()).isEqualTo(204);
    }

    private static int port(Api admin) {
        return admin.server().uri("/").getPort();
    }

    private static String deliveries(Api admin, Answer hook) {
        return admin.get("/api/v1/webhooks/" + hook.text("id") + "/deliveries")
                .raw()
                .body();
    }

    /** Computed as the specification says, without what is tested. */
    private static String hmac(String secret, Post post) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
        String signed = post.id() + "." + post.timestamp() + "." + post.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
