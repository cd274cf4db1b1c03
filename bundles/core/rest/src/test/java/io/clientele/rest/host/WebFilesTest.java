package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.rest.spi.WebFile;
import io.clientele.rest.spi.WebFiles;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebFilesTest {
    private static final String SCRIPT = "export const words = 'many'; ".repeat(100);

    private final WebFiles files = new Fixed(Map.of(
            "/page",
                    WebFile.of("text/html;charset=utf-8", bytes("<p>"))
                            .with("Content-Security-Policy", "default-src 'self'"),
            "/script.js",
                    WebFile.of("text/javascript;charset=utf-8", bytes(SCRIPT)).forEver(),
            "/old", WebFile.gone("it was replaced"),
            "/", WebFile.elsewhere("/page"),
            "/health", WebFile.of("text/plain", bytes("fine"))));
    private final HttpHost host = new HttpHost(HostSettings.onFreePort());
    private Client client = new Client(URI.create("http://localhost"));

    private record Fixed(Map<String, WebFile> files) implements WebFiles {
        @Override
        public Optional<WebFile> find(String path) {
            return Optional.ofNullable(files.get(path));
        }
    }

    @BeforeAll
    void start() {
        host.use(new Tokens());
        host.add(files);
        client = new Client(host.start().uri());
    }

    @AfterAll
    void stop() {
        host.close();
    }

    @Test
    void sends_files_to_everybody_under_their_own_policy() {
        HttpResponse<String> page = client.send(client.request("/page"));

        assertThat(page.body()).isEqualTo("<p>");
        assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(header(page, "Content-Security-Policy")).isEqualTo("default-src 'self'");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void sends_nothing_twice_to_whoever_has_it() {
        String tag = header(client.send(client.request("/page")), "ETag");

        HttpResponse<String> again = client.send(client.request("/page").header("If-None-Match", tag));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void compresses_what_is_large_and_still_knows_it_again() throws Exception {
        HttpResponse<byte[]> packed =
                client.sendForBytes(client.request("/script.js").header("Accept-Encoding", "gzip"));
        String tag = packed.headers().firstValue("ETag").orElseThrow();

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.body().length).isLessThan(SCRIPT.length() / 10);
        assertThat(packed.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(client.send(client.request("/script.js").header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void tells_what_is_gone_what_is_elsewhere_and_what_never_was() {
        assertThat(client.send(client.request("/old")).statusCode()).isEqualTo(410);
        assertThat(header(client.send(client.request("/")), "Location")).endsWith("/page");
        assertThat(client.send(client.request("/never")).statusCode()).isEqualTo(404);
    }

    @Test
    void keeps_its_own_pages_to_itself_and_takes_nothing() {
        assertThat(client.send(client.request("/health")).body()).doesNotContain("fine");
        assertThat(client.send(client.request("/page").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void forgets_files_that_went() {
        WebFiles passing = new Fixed(Map.of("/passing", WebFile.of("text/plain", bytes("here"))));
        host.add(passing);
        int before = client.send(client.request("/passing")).statusCode();

        host.remove(passing);

        assertThat(before).isEqualTo(200);
        assertThat(client.send(client.request("/passing")).statusCode()).isEqualTo(404);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
