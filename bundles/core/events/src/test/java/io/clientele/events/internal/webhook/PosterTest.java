package io.clientele.events.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that a receiver should not give. */
class PosterTest {
    private final Receiver receiver = new Receiver();
    private final Poster poster = new Poster(
            InetAddress::getAllByName,
            Outside.of("127.0.0.1"),
            (SSLSocketFactory) SSLSocketFactory.getDefault(),
            Duration.ofSeconds(1));

    @AfterEach
    void close() {
        poster.close();
        receiver.close();
    }

    private Outcome post() {
        return poster.post(receiver.url(), Map.of("webhook-id", "msg_1"), "{\"a\":1}");
    }

    @Test
    void a_message_is_complete_and_its_answer_counts() {
        Outcome outcome = post();

        assertThat(outcome).isEqualTo(Outcome.answered(204));
        Receiver.Post post = receiver.take();
        assertThat(post.body()).isEqualTo("{\"a\":1}");
        assertThat(post.headers())
                .containsEntry("webhook-id", "msg_1")
                .containsEntry("content-type", "application/json")
                .containsEntry("host", "127.0.0.1:" + receiver.port());
    }

    @Test
    void a_status_that_only_announces_another_is_skipped() {
        receiver.answers("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 503 Busy\r\n\r\n");

        assertThat(post()).isEqualTo(Outcome.answered(503));
    }

    @Test
    void an_answer_of_any_length_is_cut_and_counts() {
        receiver.answers("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(10_000_000));

        assertThat(post().arrived()).isTrue();
    }

    @Test
    void a_receiver_that_hangs_is_left() {
        receiver.answers((String) null);

        assertThat(post()).isEqualTo(Outcome.failed("no answer within 1 s"));
    }

    @Test
    void whoever_stops_sends_nothing_more_and_blames_nobody() {
        poster.close();

        assertThat(post().status()).isZero();
    }

    @Test
    void nobody_listens() {
        receiver.close();

        assertThat(post()).isEqualTo(Outcome.failed("the host does not accept connections"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 999 What\r\n\r\n", "HTTP/2 200\r\n\r\n"})
    void what_is_no_answer_in_http_1_is_none(String answer) {
        receiver.answers(answer);

        assertThat(post()).isEqualTo(Outcome.failed("the answer is not HTTP/1.1, or ends too soon"));
    }

    @Test
    void a_head_without_end_is_none() {
        receiver.answers("HTTP/1.1 100 Continue\r\n" + "a: b\r\n".repeat(100_000));

        assertThat(post().status()).isZero();
    }
}
