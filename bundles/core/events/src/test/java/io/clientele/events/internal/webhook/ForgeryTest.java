package io.clientele.events.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.kernel.Network;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the server must not be made to send. The port of each address is that of a receiver, which must not hear of it. */
class ForgeryTest {
    private final Receiver receiver = new Receiver();
    private final Poster strict = poster("");

    private static Poster poster(String allowed) {
        return new Poster(
                ForgeryTest::resolve,
                Outside.of(allowed),
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                Duration.ofSeconds(20));
    }

    /** Names under the control of an attacker; all others as the system knows them. */
    private static InetAddress[] resolve(String name) throws java.net.UnknownHostException {
        return switch (name) {
            case "loopback.example" -> InetAddress.getAllByName("127.0.0.1");
            case "mixed.example" -> new InetAddress[] {literal("93.184.216.34"), literal("127.0.0.1")};
            case "mapped.example" -> new InetAddress[] {literal("::ffff:127.0.0.1")};
            case "nat64.example" -> new InetAddress[] {literal("64:ff9b::7f00:1")};
            default -> InetAddress.getAllByName(name);
        };
    }

    private static InetAddress literal(String address) {
        return Network.literal(address).orElseThrow();
    }

    @AfterEach
    void close() {
        strict.close();
        receiver.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/",
                "http://127.8.9.10:PORT/",
                "http://0.0.0.0:PORT/",
                "http://localhost:PORT/",
                "http://localhost.:PORT/",
                "http://LOCALHOST:PORT/",
                "http://[::1]:PORT/",
                "http://[::]:PORT/",
                "http://[0:0:0:0:0:0:0:1]:PORT/",
                "http://[::ffff:127.0.0.1]:PORT/",
                "http://[::ffff:7f00:1]:PORT/",
                "http://[::127.0.0.1]:PORT/",
                "http://[64:ff9b::7f00:1]:PORT/",
                "http://[2002:7f00:1::]:PORT/",
                "http://2130706433:PORT/",
                "http://0x7f000001:PORT/",
                "http://0x7f.1:PORT/",
                "http://017700000001:PORT/",
                "http://0177.0.0.1:PORT/",
                "http://127.1:PORT/",
                "http://127.0.0.1.:PORT/",
                "http://127.0.0.01:PORT/",
                "http://user@127.0.0.1:PORT/",
                "http://93.184.216.34@127.0.0.1:PORT/",
                "http://127.0.0.1%2f@93.184.216.34:PORT/",
                "http://loopback.example:PORT/",
                "http://mixed.example:PORT/",
                "http://mapped.example:PORT/",
                "http://nat64.example:PORT/",
                "https://127.0.0.1:PORT/",
                "https://loopback.example:PORT/",
                "ftp://127.0.0.1:PORT/",
                "file:///etc/passwd",
                "jar:http://127.0.0.1:PORT/a.jar!/b",
                "gopher://127.0.0.1:PORT/_POST",
                "//127.0.0.1:PORT/",
                "http:127.0.0.1:PORT/",
                "http://127.0.0.1:PORT/#fragment",
                "http://127。0。0。1:PORT/",
                "http://①②⑦.0.0.1:PORT/",
                "http://127.0.0.1\r\nHost: other:PORT/",
            })
    void nothing_is_sent_to(String url) {
        Outcome outcome = strict.post(url.replace("PORT", Integer.toString(receiver.port())), Map.of(), "{}");

        assertThat(outcome.status()).isZero();
        assertThat(receiver.connections()).isZero();
    }

    @Test
    void a_redirect_is_an_answer_and_nothing_to_follow() {
        try (Poster lenient = poster("127.0.0.2");
                Receiver other = new Receiver("127.0.0.2")) {
            other.answers("HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:" + receiver.port()
                    + "/\r\nContent-Length: 0\r\n\r\n");

            Outcome outcome = lenient.post("http://127.0.0.2:" + other.port() + "/", Map.of(), "{}");

            assertThat(outcome).isEqualTo(Outcome.answered(307));
            assertThat(outcome.arrived()).isFalse();
            assertThat(receiver.connections()).isZero();
        }
    }

    @Test
    void a_name_is_looked_up_once_so_that_it_cannot_stand_for_another_address_a_moment_later() {
        AtomicInteger asked = new AtomicInteger();
        Poster lenient = new Poster(
                name -> new InetAddress[] {literal(asked.getAndIncrement() == 0 ? "127.0.0.2" : "127.0.0.1")},
                Outside.of("127.0.0.2"),
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                Duration.ofSeconds(20));
        try (lenient;
                Receiver other = new Receiver("127.0.0.2")) {
            Outcome outcome = lenient.post("http://rebinding.example:" + other.port() + "/", Map.of(), "{}");

            assertThat(outcome.arrived()).isTrue();
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void a_network_that_the_operator_allows_can_be_reached_and_no_other() {
        try (Poster lenient = poster("10.0.0.0/8, 127.0.0.1/32")) {
            Outcome allowed = lenient.post("http://loopback.example:" + receiver.port() + "/a?b=c", Map.of(), "{}");
            Outcome other = lenient.post("http://127.0.0.2:" + receiver.port() + "/", Map.of(), "{}");

            assertThat(allowed.arrived()).isTrue();
            assertThat(other.status()).isZero();
            assertThat(receiver.take().start()).isEqualTo("POST /a?b=c HTTP/1.1");
        }
    }

    @Test
    void whoever_speaks_no_tls_does_not_get_what_is_meant_for_https() {
        try (Poster lenient = poster("127.0.0.1")) {
            Outcome outcome = lenient.post("https://127.0.0.1:" + receiver.port() + "/", Map.of(), "{\"secret\":1}");

            assertThat(outcome.status()).isZero();
            assertThat(receiver.posts()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, false",
        "100.64.0.1, false",
        "169.254.169.254, false",
        "172.16.0.1, false",
        "172.31.255.255, false",
        "172.32.0.1, true",
        "192.168.1.1, false",
        "198.18.0.1, false",
        "224.0.0.1, false",
        "255.255.255.255, false",
        "93.184.216.34, true",
        "8.8.8.8, true",
        "::ffff:10.0.0.1, false",
        "fe80::1, false",
        "fec0::1, false",
        "fd00:ec2::254, false",
        "ff02::1, false",
        "2001:0:5ef5:79fb::1, false",
        "2001:db8::1, false",
        "2606:4700:4700::1111, true",
    })
    void only_addresses_of_the_public_internet_may_be_reached(String address, boolean may) {
        assertThat(Outside.of("").mayReach(literal(address))).isEqualTo(may);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/", "10.0.0/8", "intranet.example", "fd00::/129", "::1%eth0", "/8"})
    void a_network_that_cannot_be_read_is_no_network(String text) {
        assertThatThrownBy(() -> Outside.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
