package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.itests.Api.Answer;
import io.clientele.itests.Hooks.Post;
import io.clientele.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Outside systems are told what happens, and only those in networks that the operator allows. */
class WebhooksIT {
    @ParameterizedTest
    @EnumSource
    void a_new_customer_reaches_a_receiver_in_an_allowed_network_with_a_valid_signature(TestDatabase kind)
            throws Exception {
        Api admin = Servers.admin(kind);
        try (Hooks hooks = new Hooks()) {
            Answer hook = hooks.subscribe(admin);
            Answer customer = admin.post("/api/v1/customers", Map.of("kind", "person", "name", "Webb"));

            Post post = hooks.posts.poll(1, TimeUnit.MINUTES);

            assertThat(post).isNotNull();
            assertThat(post.body()).contains("registry.CustomerAdded", "\"customer\":\"" + customer.text("id") + "\"");
            assertThat(post.signature()).isEqualTo("v1," + hmac(hook.text("secret"), post));
            assertThat(admin.get("/api/v1/webhooks/" + hook.text("id")).raw().body())
                    .doesNotContain("whsec_");
            Answer changed = admin.post("/api/v1/webhooks/" + hook.text("id") + "/secret", Map.of());
            admin.post("/api/v1/customers", Map.of("kind", "person", "name", "Webber"));
            Post signedTwice = hooks.posts.poll(1, TimeUnit.MINUTES);

            assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
            assertThat(signedTwice).isNotNull();
            assertThat(signedTwice.signature())
                    .isEqualTo("v1," + hmac(changed.text("secret"), signedTwice) + " v1,"
                            + hmac(hook.text("secret"), signedTwice));
            assertThat(Hooks.remove(admin, hook)).isEqualTo(204);
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
        assertThat(Hooks.remove(admin, named)).isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource
    void what_was_sent_when_the_server_was_killed_is_sent_again_under_the_same_id(TestDatabase kind) throws Exception {
        try (Hooks hooks = new Hooks();
                Server server = Server.start(kind)) {
            Api admin = Api.signIn(server, "admin", server.firstPassword());
            hooks.subscribe(admin);
            String before = customer(admin);
            Post told = hooks.posts.poll(1, TimeUnit.MINUTES);

            // Whoever has got something and not answered yet, kills the sender.
            hooks.before(server::kill);
            String amid = customer(admin);
            Post first = hooks.posts.poll(1, TimeUnit.MINUTES);
            hooks.before(() -> {});
            awaitEnd(server);
            server.launch();
            Post second = hooks.posts.poll(3, TimeUnit.MINUTES);
            String after = customer(admin);
            Post third = hooks.posts.poll(3, TimeUnit.MINUTES);

            assertThat(told.customer()).isEqualTo(before);
            assertThat(first.customer()).isEqualTo(amid);
            assertThat(second.id()).isEqualTo(first.id());
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(third.customer()).isEqualTo(after);
            assertThat(hooks.posts).isEmpty();
        }
    }

    private static String customer(Api admin) {
        return admin.post("/api/v1/customers", Map.of("kind", "person", "name", "Webb"))
                .text("id");
    }

    private static void awaitEnd(Server server) {
        Awaitility.await("the server is dead").until(() -> !server.process().isAlive());
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
