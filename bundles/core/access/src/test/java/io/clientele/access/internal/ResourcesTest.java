package io.clientele.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.access.Role;
import io.clientele.access.internal.rest.Resources;
import io.clientele.rest.host.HostSettings;
import io.clientele.rest.host.HttpHost;
import io.clientele.testkit.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResourcesTest {
    private static final String SIGN_IN = "{\"login\":\"boss\",\"password\":\"" + Firm.PASSWORD + "\"}";
    private static final String ADA =
            """
            {"login":"ada","name":"Ada","roles":["agent"],"scope":"own","active":true,"team":"%s\"""";
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ParameterizedTest
    @EnumSource
    void signs_in_by_cookie_or_bearer_and_out_again(TestDatabase database) throws Exception {
        try (Firm firm = new Firm(database.create(), Firm.clock());
                HttpHost host = host(firm)) {
            firm.user("boss", Role.ADMIN);

            HttpResponse<String> signedIn = send(host, "POST /api/v1/session", SIGN_IN);
            String token = field(signedIn, "token");
            String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
            HttpResponse<String> byBearer = send(host, "GET /api/v1/session", "", "Authorization", "Bearer " + token);
            HttpResponse<String> byCookie =
                    send(host, "GET /api/v1/session", "", "Cookie", "clientele-session=" + token);
            HttpResponse<String> signedOut =
                    send(host, "DELETE /api/v1/session", "", "Authorization", "Bearer " + token);
            HttpResponse<String> after = send(host, "GET /api/v1/session", "", "Authorization", "Bearer " + token);

            assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(200);
            assertThat(signedIn.body())
                    .contains("\"login\":\"boss\"", "\"expiresAt\":")
                    .doesNotContain("password");
            assertThat(cookie)
                    .startsWith("clientele-session=" + token)
                    .contains("Path=/", "HttpOnly", "SameSite=Strict")
                    .doesNotContain("Secure");
            assertThat(byBearer.body()).contains("\"permissions\":[\"*:read\"", "\"scope\":\"all\"");
            assertThat(byCookie.statusCode()).isEqualTo(200);
            assertThat(signedOut.statusCode()).isEqualTo(204);
            assertThat(after.statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource
    void gives_a_browser_that_trusts_this_host_a_cookie_of_this_host_alone(TestDatabase database) throws Exception {
        try (Firm firm = new Firm(database.create(), Firm.clock());
                HttpHost host = host(firm)) {
            firm.user("boss", Role.ADMIN);

            HttpResponse<String> signedIn =
                    send(host, "POST /api/v1/session", SIGN_IN, "Sec-Fetch-Site", "same-origin");
            String cookie = "__Host-clientele=" + field(signedIn, "token");
            HttpResponse<String> byCookie = send(host, "GET /api/v1/session", "", "Cookie", cookie);

            assertThat(signedIn.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith(cookie + "; Path=/; HttpOnly; SameSite=Strict; Secure");
            assertThat(byCookie.statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void answers_429_with_retry_after_when_guessed_at(TestDatabase database) throws Exception {
        try (Firm firm = new Firm(database.create(), Firm.clock());
                HttpHost host = host(firm)) {
            firm.user("boss", Role.ADMIN);
            String wrong = "{\"login\":\"boss\",\"password\":\"not the password\"}";
            IntStream.range(0, 5).forEach(i -> assertThat(
                            send(host, "POST /api/v1/session", wrong).statusCode())
                    .isEqualTo(401));

            HttpResponse<String> refused = send(host, "POST /api/v1/session", SIGN_IN);

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.body()).contains("https://clientele.io/problems/throttled");
        }
    }

    @ParameterizedTest
    @EnumSource
    void adds_and_changes_users_for_writers_who_know_the_version(TestDatabase database) throws Exception {
        try (Firm firm = new Firm(database.create(), Firm.clock());
                HttpHost host = host(firm)) {
            firm.user("boss", Role.ADMIN);
            String bearer = "Bearer " + firm.signIn("boss").token();
            HttpResponse<String> team =
                    send(host, "POST /api/v1/teams", "{\"name\":\"Asia\"}", "Authorization", bearer);
            String ada = ADA.formatted(field(team, "id"));

            HttpResponse<String> added = send(
                    host, "POST /api/v1/users", ada + ",\"password\":\"a good long phrase\"}", "Authorization", bearer);
            String user = added.headers().firstValue("Location").orElseThrow();
            HttpResponse<String> read = send(host, "GET " + user, "", "Authorization", bearer);
            String tag = read.headers().firstValue("ETag").orElseThrow();
            String lovelace = ada.replace("\"Ada\"", "\"Ada L.\"") + "}";
            String put = "PUT " + user;
            HttpResponse<String> changed = send(host, put, lovelace, "Authorization", bearer, "If-Match", tag);
            HttpResponse<String> stale = send(host, put, lovelace, "Authorization", bearer, "If-Match", tag);
            HttpResponse<String> blind = send(host, put, lovelace, "Authorization", bearer);

            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
            assertThat(changed.body()).contains("\"name\":\"Ada L.\"");
            assertThat(stale.statusCode()).isEqualTo(412);
            assertThat(blind.statusCode()).isEqualTo(428);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shows_and_verifies_the_audit_without_secrets(TestDatabase database) throws Exception {
        try (Firm firm = new Firm(database.create(), Firm.clock());
                HttpHost host = host(firm)) {
            firm.user("boss", Role.ADMIN);
            String bearer = "Bearer " + firm.signIn("boss").token();

            HttpResponse<String> audit = send(host, "GET /api/v1/audit?limit=1", "", "Authorization", bearer);
            HttpResponse<String> earlier =
                    send(host, "GET /api/v1/audit?cursor=" + field(audit, "next"), "", "Authorization", bearer);
            HttpResponse<String> verified = send(host, "GET /api/v1/audit/verification", "", "Authorization", bearer);

            assertThat(audit.body()).contains("access.SessionBegun", "\"login\":\"boss\"");
            assertThat(earlier.body())
                    .contains("access.UserAdded", "\"login\":\"system\"", "\"detail\":{\"login\":\"boss\"")
                    .doesNotContain(Firm.PASSWORD, "argon2");
            assertThat(verified.body()).isEqualTo("{\"intact\":true,\"entries\":2}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void answers_403_where_a_role_does_not_reach_and_lets_no_token_make_tokens(TestDatabase database) throws Exception {
        try (Firm firm = new Firm(database.create(), Firm.clock());
                HttpHost host = host(firm)) {
            firm.user("ada", Role.AGENT);
            String bearer = "Bearer " + firm.signIn("ada").token();

            HttpResponse<String> made =
                    send(host, "POST /api/v1/tokens", "{\"name\":\"sync\"}", "Authorization", bearer);
            String byToken = "Bearer " + field(made, "token");

            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            assertThat(send(host, "GET /api/v1/audit", "", "Authorization", bearer)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(send(host, "GET /api/v1/tokens", "", "Authorization", byToken)
                            .body())
                    .contains("\"name\":\"sync\"")
                    .doesNotContain("clt_");
            assertThat(send(host, "POST /api/v1/tokens", "{\"name\":\"more\"}", "Authorization", byToken)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(send(host, "GET /api/v1/users/0000000000009", "", "Authorization", bearer)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(send(host, "GET /api/v1/users", "").statusCode()).isEqualTo(401);
        }
    }

    private static HttpHost host(Firm firm) {
        HttpHost host = new HttpHost(HostSettings.onFreePort());
        host.use(firm.authenticator);
        new Resources(firm.sessions, firm.users, firm.teams, firm.tokens, firm.trail)
                .all()
                .forEach(host::add);
        return host.start();
    }

    private HttpResponse<String> send(HttpHost host, String operation, String json, String... headers) {
        String method = operation.substring(0, operation.indexOf(' '));
        URI address = host.uri().resolve(operation.substring(method.length() + 1));
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Content-Type", "application/json");
        request.method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String field(HttpResponse<String> answer, String name) {
        String before = "\"" + name + "\":\"";
        int start = answer.body().indexOf(before) + before.length();
        return answer.body().substring(start, answer.body().indexOf('"', start));
    }
}
