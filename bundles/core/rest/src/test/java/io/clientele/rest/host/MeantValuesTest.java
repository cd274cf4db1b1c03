package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of JSON only what was meant is taken, and all else refused at its place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeantValuesTest {
    private final HttpHost host = new HttpHost(HostSettings.onFreePort());
    private Client client = new Client(URI.create("http://localhost"));

    @BeforeAll
    void start() {
        host.add(new Forms());
        client = new Client(host.start().uri());
    }

    @AfterAll
    void stop() {
        host.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"at\":\"2026-11-01T10:00:00Z\"}",
                "{\"on\":\"2026-11-01\"}",
                "{\"whole\":3}",
                "{\"size\":1.5}",
                "{\"sizes\":[-2.0,0.5]}",
                "{\"really\":true}",
                "{\"text\":\" \"}",
                "{\"text\":\"\\uD83D\\uDE00\"}"
            })
    void what_is_meant_comes_back(String form) {
        assertThat(client.post("/api/v1/forms", form).body()).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        {"at":0}                        | /at      | a date or time in ISO 8601, such as 2026-01-31T12:00:00Z
        {"at":1764000000.5}             | /at      | a date or time
        {"at":1e400}                    | /at      | a date or time
        {"at":"1764000000"}             | /at      | a date or time
        {"at":"-1.5"}                   | /at      | a date or time
        {"at":" "}                      | /at      | a date or time
        {"at":[]}                       | /at      | a date or time
        {"on":20000}                    | /on      | a date or time in ISO 8601, such as 2026-01-31
        {"on":[2026,1,1]}               | /on      | a date or time
        {"on":[]}                       | /on      | a date or time
        {"on":"2026-01-01T23:30:00Z"}   | /on      | a date or time
        {"whole":" "}                   | /whole   | a number
        {"size":" "}                    | /size    | a number
        {"size":1e400}                  | /size    | a number in range
        {"size":"NaN"}                  | /size    | a number in range
        {"sizes":[1,-1e400]}            | /sizes/1 | a number in range
        {"really":" "}                  | /really  | true or false
        {"text":"a\\ud800b"}             | /text    | half a character
        {"text":"\\udc00"}               | /text    | half a character
        {"text":"a\\ude00\\ud83d"}       | /text    | half a character
        """)
    void what_nobody_can_have_meant_is_refused_at_its_place(String form, String pointer, String reason) {
        HttpResponse<String> answer = client.post("/api/v1/forms", form);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"pointer\":\"" + pointer + "\"", reason);
    }
}
