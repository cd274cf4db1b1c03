package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.rest.internal.Meters;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersTest {
    private final HttpHost host = new HttpHost(HostSettings.onFreePort());
    private final Meters meters = new Meters();
    private Client client = new Client(java.net.URI.create("http://localhost"));

    @BeforeAll
    void start() {
        host.use(new Tokens());
        host.use(meters);
        host.add(new Notes());
        client = new Client(host.start().uri());
    }

    @AfterAll
    void stop() {
        host.close();
        meters.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        {"text":"a","colour":"red"}                        | /colour         | There is no field colour here
        {"text":"a","text":"b"}                            | /text           | A name stands twice
        {"text":"a","due":"soon"}                          | /due            | a date or time
        {"text":"a","kind":"odd"}                          | /kind           | one of plain, urgent
        {"text":"a","places":[{"city":"X"},{"city":1}]}    | /places/1/city  | a text
        {"text":"a","places":[{"city":" "}]}               | /places/0/city  | must not be blank
        {"text":""}                                        | /text           | must not be blank
        {"text":"a","places":[{"city":"X","post-code":"12345678901"}]} | /places/0/post-code | size must be
        {"text":"a","places":[{"city":"\\u0000"}]}         | /places/0/city  | must not hold the character NUL
        {"text":"a"} true                                  | /               | follows the end
        {"text":"a"                                        | /text           | This is not JSON
        [1]                                                | /               | an object
        null                                               | /               | A JSON body is needed
        """)
    void a_wrong_body_is_answered_with_its_place_and_reason(String body, String pointer, String reason) {
        HttpResponse<String> answer = client.post("/api/v1/notes", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).containsIgnoringCase(reason).contains("\"pointer\":\"" + pointer + "\"");
        assertThat(answer.body())
                .contains("https://clientele.io/problems/invalid-input")
                .doesNotContain("java", "jackson");
    }

    @Test
    void a_parameter_that_no_database_can_look_for_is_refused() {
        HttpResponse<String> answer = client.get("/api/v1/notes?first=1&second=a%00b");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"pointer\":\"second\"", "NUL");
    }

    @Test
    void json_that_is_too_deep_is_refused() {
        HttpResponse<String> answer =
                client.post("/api/v1/notes", "{\"text\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void a_body_over_the_limit_is_refused_and_an_upload_may_be_larger() {
        String large = "x".repeat(2 * 1024 * 1024);

        assertThat(client.post("/api/v1/notes", "{\"text\":\"" + large + "\"}").statusCode())
                .isEqualTo(413);
        assertThat(client.send(client.writer("/api/v1/notes")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(
                                        ("{\"text\":\"" + large + "\"}").getBytes(StandardCharsets.UTF_8)))))
                        .statusCode())
                .isEqualTo(413);
        assertThat(client.send(client.writer("/api/v1/notes/upload").POST(BodyPublishers.ofString(large)))
                        .body())
                .isEqualTo("{\"bytes\":2097152}");
    }

    @Test
    void other_media_types_and_methods_are_refused_as_problems() {
        HttpResponse<String> xml = client.send(client.writer("/api/v1/notes")
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofString("<a/>")));
        HttpResponse<String> picky =
                client.send(client.writer("/api/v1/notes/greeting").header("Accept", "image/png"));
        HttpResponse<String> deleted =
                client.send(client.writer("/api/v1/notes").DELETE());

        assertThat(xml.statusCode()).isEqualTo(415);
        assertThat(picky.statusCode()).isEqualTo(406);
        assertThat(deleted.statusCode()).isEqualTo(405);
        assertThat(deleted.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS, POST");
        assertThat(xml.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(picky.body()).contains("not-acceptable");
        assertThat(deleted.body()).contains("method-not-allowed");
    }

    @Test
    void a_charset_that_is_not_known_is_refused() {
        HttpResponse<String> answer = client.send(client.writer("/api/v1/notes")
                .header("Content-Type", "application/json;charset=nonsense")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("charset");
    }

    @Test
    void what_is_our_fault_says_nothing_but_its_trace() {
        HttpResponse<String> answer = client.get("/api/v1/notes/fail/unexpectedly");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .doesNotContain("secret", "Exception")
                .contains("\"traceId\":\""
                        + answer.headers().firstValue("X-Trace-Id").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void a_list_is_sent_anew_only_once_it_has_changed(String encoding) throws Exception {
        client.post("/api/v1/notes", "{\"text\":\"" + "long ".repeat(19) + "\"}");
        HttpResponse<byte[]> first =
                client.sendForBytes(client.writer("/api/v1/notes").header("Accept-Encoding", encoding));
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> same = client.send(client.writer("/api/v1/notes")
                .header("Accept-Encoding", encoding)
                .header("If-None-Match", tag));
        client.post("/api/v1/notes", "{\"text\":\"more\"}");
        HttpResponse<String> changed =
                client.send(client.writer("/api/v1/notes").header("If-None-Match", tag));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.headers().firstValue("Content-Type")).isEmpty();
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains("more");
    }

    @Test
    void an_unchanged_record_is_answered_with_304_and_a_stale_write_with_412() {
        String note = client.post("/api/v1/notes", "{\"text\":\"once\"}")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        HttpResponse<String> unchanged = client.send(client.writer(note).header("If-None-Match", "W/\"7\", \"1\""));
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.headers().firstValue("Content-Type")).isEmpty();
        assertThat(client.send(client.writer(note)
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString("{\"text\":\"b\"}")))
                        .statusCode())
                .isEqualTo(428);
        assertThat(client.send(client.writer(note)
                                .header("Content-Type", "application/json")
                                .header("If-Match", "\"9\"")
                                .PUT(BodyPublishers.ofString("{\"text\":\"b\"}")))
                        .statusCode())
                .isEqualTo(412);
        assertThat(client.send(client.writer(note)
                                .header("Content-Type", "application/json")
                                .header("If-Match", "\"1\"")
                                .PUT(BodyPublishers.ofString("{\"text\":\"b\"}")))
                        .headers()
                        .firstValue("ETag"))
                .contains("\"2\"");
    }

    @Test
    void only_the_selected_fields_are_sent() {
        String note = client.post(
                        "/api/v1/notes", "{\"text\":\"t\",\"places\":[{\"city\":\"Bonn\",\"street\":\"Am Hof\"}]}")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(client.get(note + "?fields=text,places.city").body())
                .isEqualTo("{\"text\":\"t\",\"places\":[{\"city\":\"Bonn\"}]}");
        assertThat(client.get("/api/v1/notes?limit=1&fields=kind").body())
                .isEqualTo("{\"items\":[{\"kind\":\"plain\"}]}");
        assertThat(client.get(note + "?fields=text,colour").statusCode()).isEqualTo(400);
        assertThat(client.get(note + "?fields=text,colour").body()).contains("There is no field colour");
        assertThat(client.get("/api/v1/notes?limit=0").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/notes/greeting",
                "/api/v1/notes",
                "/api/v1/none",
                "/elsewhere",
                "/health/live",
                "/api/v1/notes/fail/x",
                "/api/openapi.json",
                "/api/docs/"
            })
    void every_answer_carries_what_protects_a_browser(String path) {
        HttpResponse<String> answer = client.send(client.request(path));

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("X-Trace-Id")).isPresent();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void a_trace_that_came_along_goes_on() {
        HttpResponse<String> answer = client.send(client.request("/health/live")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

        assertThat(answer.headers().firstValue("X-Trace-Id")).contains("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void a_large_answer_is_compressed_for_those_who_accept_it() throws Exception {
        HttpResponse<byte[]> answer = client.sendForBytes(
                client.writer("/api/v1/notes/export?rows=200000").header("Accept-Encoding", "gzip"));

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(200_000L * 37);
        }
    }

    @Test
    void a_change_with_the_cookie_needs_a_page_of_this_host() {
        String cookie = "clientele-session=writer";

        assertThat(client.send(client.request("/api/v1/notes")
                                .header("Cookie", cookie)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"text\":\"a\"}")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.send(client.request("/api/v1/notes")
                                .header("Cookie", cookie)
                                .header("Origin", host.uri().toString())
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"text\":\"a\"}")))
                        .statusCode())
                .isEqualTo(201);
        assertThat(client.send(client.request("/api/v1/notes").header("Cookie", cookie))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void a_change_from_a_foreign_page_is_refused_with_the_secure_cookie_too(String site) {
        HttpResponse<String> answer = client.send(client.request("/api/v1/notes")
                .header("Cookie", "__Host-clientele=writer")
                .header("Sec-Fetch-Site", site)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\":\"a\"}")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("cross-site");
    }

    @Test
    void a_change_from_a_foreign_origin_is_refused_where_browsers_say_no_more() {
        HttpResponse<String> answer = client.send(client.request("/api/v1/notes")
                .header("Cookie", "clientele-session=writer")
                .header("Origin", "http://elsewhere.example")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\":\"a\"}")));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void a_browser_that_keeps_secure_cookies_is_known_by_no_other() {
        HttpResponse<String> plain = client.send(client.request("/api/v1/notes")
                .header("Cookie", "clientele-session=writer")
                .header("Sec-Fetch-Site", "same-origin"));
        HttpResponse<String> secure = client.send(client.request("/api/v1/notes")
                .header("Cookie", "clientele-session=nobody; __Host-clientele=writer")
                .header("Sec-Fetch-Site", "same-origin"));

        assertThat(plain.statusCode()).isEqualTo(401);
        assertThat(secure.statusCode()).isEqualTo(200);
    }

    @Test
    void the_description_names_what_is_installed_and_what_it_needs() {
        String description = client.get("/api/openapi.json").body();

        assertThat(description)
                .contains(
                        "\"openapi\":\"3.0.3\"",
                        "/api/v1/notes/{id}",
                        "\"x-permission\":\"notes:write\"",
                        "\"maxLength\":100",
                        "application/problem+json");
        assertThat(client.get("/api/docs/").body()).contains("swagger-ui-bundle.js");
        assertThat(client.get("/api/docs/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
        assertThat(client.get("/api/docs/../../etc").statusCode()).isEqualTo(404);
    }

    @Test
    void metrics_are_for_those_who_may_read_them() {
        client.get("/api/v1/notes/greeting");

        assertThat(client.send(client.request("/metrics")).statusCode()).isEqualTo(401);
        assertThat(client.send(client.request("/metrics").header("Authorization", "Bearer reader"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.get("/metrics").body())
                .contains("http_server_requests_seconds_count", "/api/v1/notes/greeting", "jvm_memory_used");
    }
}
