package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.InvalidInputException.Violation;
import io.clientele.rest.EventStream;
import io.clientele.rest.Public;
import io.clientele.rest.Told;
import io.clientele.rest.internal.PhraseBook;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    private static final String CHINESE = "zh-CN,zh;q=0.9,en;q=0.8";
    private static final String FRIEND = "https://intranet.example";

    private final HttpHost host = new HttpHost(TestSettings.allowing(Set.of(FRIEND)));
    private Client client = new Client(java.net.URI.create("http://localhost"));

    /** A resource of a module. */
    @Path("/api/v1/visits")
    @Produces("application/json")
    public static final class Visits {
        /** What came of many visits. */
        public record Outcome(String name, @Told String reason, @Told List<String> hints) {}

        @GET
        @Public
        public Outcome outcome() {
            return new Outcome("Say when", "Say when", List.of("Say when", "At most 3 visits a day"));
        }

        @GET
        @Path("news")
        @Public
        @Produces("text/event-stream")
        public EventStream news() {
            return EventStream.of(sink -> {
                sink.send("outcome", outcome());
                sink.close();
            });
        }

        @GET
        @Path("{what}")
        @Public
        public Outcome named(@PathParam("what") String what) {
            if (!what.equals("refused")) {
                return outcome();
            }
            throw new InvalidInputException(List.of(
                    new Violation("/when", "Say when"),
                    new Violation("/who", "Say who"),
                    new Violation("/n", "At most 3 visits a day")));
        }
    }

    @BeforeEach
    void start() {
        host.use(new Tokens());
        host.add(new Notes());
        host.add(new Visits());
        client = new Client(host.start().uri());
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private HttpResponse<String> get(String path, String languages) {
        return client.send(client.writer(path).header("Accept-Language", languages));
    }

    private PhraseBook book(java.nio.file.Path folder, String json) throws IOException {
        java.nio.file.Path file = folder.resolve("phrases_zh.json");
        Files.writeString(file, json);
        return PhraseBook.read("io.example.visits", "zh", file.toUri().toURL());
    }

    @Test
    void whoever_prefers_chinese_is_answered_in_chinese_with_the_same_type() {
        HttpResponse<String> answer = get("/api/v1/notes/7", CHINESE);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Language")).contains("zh");
        assertThat(answer.headers().allValues("Vary")).contains("Accept-Language");
        assertThat(answer.body())
                .contains(
                        "https://clientele.io/problems/not-found", "\"title\":\"找不到该内容\"", "\"detail\":\"找不到 note 7\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        en                | There is no note 7
        en-US, zh;q=0.9   | There is no note 7
        de                | There is no note 7
        zh;q=0            | There is no note 7
        en;q=0.1, zh-Hans | 找不到 note 7
        """)
    void everybody_else_in_english(String languages, String detail) {
        HttpResponse<String> answer = get("/api/v1/notes/7", languages);

        assertThat(answer.body()).contains("\"detail\":\"" + detail + "\"");
        assertThat(answer.headers().firstValue("Content-Language")).contains(detail.startsWith("There") ? "en" : "zh");
    }

    @Test
    void whoever_says_no_language_is_answered_in_english_and_told_that_it_might_be_another() {
        HttpResponse<String> answer = client.get("/api/v1/notes/7");

        assertThat(answer.body()).contains("There is no note 7");
        assertThat(answer.headers().firstValue("Content-Language")).contains("en");
        assertThat(answer.headers().allValues("Vary")).contains("Accept-Language");
    }

    @Test
    void all_that_is_wrong_with_a_body_is_told() {
        HttpResponse<String> blank = client.send(client.writer("/api/v1/notes")
                .header("Accept-Language", "zh")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\":\"\",\"places\":[{\"city\":\" \"}]}")));
        HttpResponse<String> broken = client.send(client.writer("/api/v1/notes")
                .header("Accept-Language", "zh")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"due\":\"soon\"}")));
        HttpResponse<String> torn = client.send(client.writer("/api/v1/notes")
                .header("Accept-Language", "zh")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\"")));

        assertThat(blank.body()).contains("{\"pointer\":\"/text\",\"detail\":\"此项不能为空\"}", "/places/0/city");
        assertThat(broken.body()).contains("此处应为 ISO 8601 格式的日期或时间，例如 2026-01-31");
        assertThat(torn.body()).contains("这不是有效的 JSON（第 1 行第 ");
    }

    @Test
    void what_no_book_says_stays_english_within_a_problem_that_is_chinese() {
        HttpResponse<String> answer = get("/api/v1/notes/fail/invalid", "zh");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"title\":\"输入无效\"", "\"detail\":\"is too merry\"");
    }

    @Test
    void what_is_refused_before_and_beside_resources_is_told_too() throws IOException {
        host.announce("visits", List.of("/api/v1/visits"), Duration.ofSeconds(2));

        assertThat(get("/api/v1/visits", "zh").body()).contains("模块 visits 暂时离线");
        assertThat(get("/api/v1/nothing", "zh").body()).contains("此地址没有内容");
        assertThat(get("/api/v1/notes/fail/x", "zh").body()).contains("服务器内部出错");
        assertThat(client.send(client.request("/api/v1/notes").header("Accept-Language", "zh"))
                        .body())
                .contains("请先登录");
        assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nAccept-Language: de\r\nAccept-Language: zh;q=0.5\r\nX: "
                        + "a".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("Vary: Accept-Language", "headers-too-large");
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), host.uri().getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void an_answer_varies_by_origin_and_by_language() {
        HttpResponse<String> answer = client.send(client.request("/api/v1/notes/7")
                .header("Authorization", "Bearer writer")
                .header("Origin", FRIEND)
                .header("Accept-Language", "zh"));

        assertThat(String.join(", ", answer.headers().allValues("Vary"))).contains("Origin", "Accept-Language");
    }

    @Test
    void the_phrases_of_a_module_come_and_go_with_it(@TempDir java.nio.file.Path folder) throws IOException {
        PhraseBook book = book(
                folder, "{\"Say when\": \"请说明时间\", \"At most {0} visits a day\": \"每天最多 {0} 次拜访\", \"{0}\": \"{0}\"}");

        host.phrases().add(book);
        String known = get("/api/v1/visits/refused", "zh").body();
        host.phrases().remove(book);
        String forgotten = get("/api/v1/visits/refused", "zh").body();

        assertThat(known).contains("\"detail\":\"请说明时间\"", "\"detail\":\"Say who\"", "每天最多 3 次拜访");
        assertThat(forgotten).contains("\"detail\":\"Say when\"", "\"title\":\"输入无效\"");
    }

    @Test
    void a_book_that_is_no_book_says_nothing(@TempDir java.nio.file.Path folder) throws IOException {
        host.phrases().add(book(folder, "[\"Say when\"]"));

        assertThat(get("/api/v1/visits/refused", "zh").body()).contains("\"detail\":\"Say when\"");
    }

    @Test
    void a_part_of_an_answer_that_is_marked_as_a_message_is_told_and_nothing_else(@TempDir java.nio.file.Path folder)
            throws IOException {
        host.phrases().add(book(folder, "{\"Say when\": \"请说明时间\", \"At most {0} visits a day\": \"每天最多 {0} 次拜访\"}"));

        String chinese = "{\"name\":\"Say when\",\"reason\":\"请说明时间\",\"hints\":[\"请说明时间\",\"每天最多 3 次拜访\"]}";
        assertThat(get("/api/v1/visits", "zh").body()).isEqualTo(chinese);
        assertThat(get("/api/v1/visits/news", "zh").body()).contains("data: " + chinese);
        assertThat(get("/api/v1/visits", "en").body())
                .isEqualTo(
                        "{\"name\":\"Say when\",\"reason\":\"Say when\",\"hints\":[\"Say when\",\"At most 3 visits a day\"]}");
    }
}
