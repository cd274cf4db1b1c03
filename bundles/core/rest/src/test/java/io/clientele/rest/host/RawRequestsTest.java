package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program says that is written by hand, byte by byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RawRequestsTest {
    private final HttpHost host = new HttpHost(HostSettings.onFreePort());

    @BeforeAll
    void start() {
        host.use(new Tokens());
        host.add(new Notes());
        host.start();
    }

    @AfterAll
    void stop() {
        host.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n", "Content-Length: 20\r\n\r\n{\"text\":"})
    void a_body_that_breaks_off_is_no_fault_of_ours(String end) throws IOException {
        String answer = raw("POST /api/v1/notes HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer writer\r\n"
                + "Content-Type: application/json\r\n" + end);

        assertThat(answer).startsWith("HTTP/1.1 400").contains("bad-request", "X-Trace-Id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        DELETE  | /health                 | 405 | GET, HEAD, OPTIONS
        PUT     | /api/openapi.json       | 405 | GET, HEAD, OPTIONS
        POST    | /metrics                | 405 | GET, HEAD, OPTIONS
        POST    | /api/docs/              | 405 | GET, HEAD, OPTIONS
        TRACE   | /health                 | 405 | GET, HEAD, OPTIONS
        TRACE   | /api/v1/notes           | 405 | GET, HEAD, OPTIONS, POST
        OPTIONS | /health                 | 200 | GET, HEAD, OPTIONS
        OPTIONS | /api/v1/notes           | 200 | GET, HEAD, OPTIONS, POST
        OPTIONS | /api/v1/notes/1         | 200 | GET, HEAD, OPTIONS, PUT
        OPTIONS | /api/v1/notes/greeting/ | 200 | GET, HEAD, OPTIONS
        """)
    void what_may_be_done_at_an_address_is_told(String method, String path, int status, String allowed)
            throws IOException {
        String answer = raw(method + " " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("Allow: " + allowed + "\r\n")
                .doesNotContain("\"live\"");
    }

    @Test
    void nothing_is_told_of_an_address_where_nothing_is() throws IOException {
        assertThat(raw("OPTIONS /api/v1/notes/1/2/3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
        assertThat(raw("OPTIONS /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a%2", "%zz", "%FF", "%C3", "a=%E4%B8"})
    void a_query_that_is_encoded_wrongly_is_refused_by_the_name_of_its_parameter(String text) throws IOException {
        String answer = raw("GET /api/v1/notes?text=" + text
                + " HTTP/1.1\r\nHost: a\r\nAccept: application/json, text/plain\r\n"
                + "Authorization: Bearer writer\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"text\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/notes HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /api/v1/notes HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabc",
                "GET /api/v1/notes HTTP/1.1\r\nHost : a\r\n\r\n",
                "GET /api/v1/notes HTTP/1.1\r\n\r\n",
                "GET /api/v1/notes/..;/x HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/v1%2fnotes HTTP/1.1\r\nHost: a\r\n\r\n",
                "nonsense\r\n\r\n"
            })
    void a_crooked_request_is_a_problem_and_ends_the_connection_or_the_request(String request) throws IOException {
        String answer = raw(request);

        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json", "nosniff");
    }

    @Test
    void too_long_an_address_or_header_is_refused_by_name() throws IOException {
        assertThat(raw("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 414")
                .contains("address-too-long");
        assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("headers-too-large");
        assertThat(raw("TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), host.uri().getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
