package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.kernel.Network;
import io.clientele.rest.Public;
import io.clientele.rest.spi.Authenticator;
import io.clientele.rest.spi.Credentials;
import io.clientele.rest.spi.Identity;
import io.clientele.rest.spi.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every request here comes from the loopback address. */
class ForwardedTest {
    private HttpHost host = new HttpHost(HostSettings.onFreePort());
    private final Senders senders = new Senders();

    @AfterEach
    void stop() {
        host.close();
    }

    private Client trusting(String... networks) {
        host = new HttpHost(
                TestSettings.trusting(Stream.of(networks).map(Network::of).toList()));
        host.use(senders);
        host.add(new Mirror());
        return new Client(host.start().uri());
    }

    /** What an operation sees of its sender. */
    @Path("/api/v1/mirror")
    @Produces("application/json")
    public static final class Mirror {
        @GET
        @Public
        public List<String> look(@Context HttpServletRequest request) {
            return List.of(request.getRemoteAddr(), SessionCookie.set(request, "t"));
        }
    }

    /** Who is said to send what has to be proved. */
    private static final class Senders implements Authenticator {
        private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

        @Override
        public Optional<Identity> authenticate(Credentials credentials) {
            seen.add(credentials.remoteAddress());
            return Optional.empty();
        }
    }

    private static String seen(Client client, String... headers) {
        HttpRequest.Builder request = client.request("/api/v1/mirror");
        return client.send(headers.length == 0 ? request : request.headers(headers))
                .body();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
        X-Forwarded-For | 203.0.113.7                                            | 203.0.113.7
        X-Forwarded-For | 198.51.100.1, 203.0.113.7                              | 203.0.113.7
        X-Forwarded-For | 198.51.100.1, 203.0.113.7, 10.1.2.3                    | 203.0.113.7
        X-Forwarded-For | 203.0.113.7:4711                                       | 203.0.113.7
        X-Forwarded-For | [2001:db8::7]:4711                                     | [2001:db8:0:0:0:0:0:7]
        X-Forwarded-For | 2001:db8::7                                            | [2001:db8:0:0:0:0:0:7]
        X-Forwarded-For | no address, 203.0.113.7                                | 203.0.113.7
        X-Forwarded-For | 203.0.113.7, unknown                                   | 127.0.0.1
        X-Forwarded-For | 203.0.113.999                                          | 127.0.0.1
        X-Forwarded-For | localhost                                              | 127.0.0.1
        X-Forwarded-For | 203.0.113.7,                                           | 127.0.0.1
        X-Forwarded-For | 10.1.2.3                                               | 127.0.0.1
        Forwarded       | for=203.0.113.7                                        | 203.0.113.7
        Forwarded       | For="[2001:db8::7]:4711";proto=https;by=_us            | [2001:db8:0:0:0:0:0:7]
        Forwarded       | for=198.51.100.1, proto=https;for=203.0.113.7          | 203.0.113.7
        Forwarded       | for=203.0.113.7;by="a, b", for="10.1.2.3"              | 203.0.113.7
        Forwarded       | for=_hidden                                            | 127.0.0.1
        Forwarded       | for=203.0.113.7;proto                                  | 127.0.0.1
        Forwarded       | for="203.0.113.7                                       | 127.0.0.1
        """)
    void whom_a_trusted_proxy_asks_for_is_the_sender(String name, String value, String sender) {
        Client client = trusting("127.0.0.0/8", "::1", "10.0.0.0/8");

        assertThat(seen(client, name, value)).contains('"' + sender + '"');
    }

    @Test
    void nobody_else_is_believed() {
        String[] lies = {"X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "https"};

        assertThat(seen(trusting(), lies))
                .contains("\"127.0.0.1\"", "clientele-session")
                .doesNotContain("__Host-");
        host.close();
        assertThat(seen(trusting("10.0.0.0/8"), lies)).contains("\"127.0.0.1\"", "clientele-session");
    }

    @Test
    void two_headers_that_need_not_agree_count_for_nothing() {
        Client client = trusting("127.0.0.1");

        assertThat(seen(client, "X-Forwarded-For", "203.0.113.7", "Forwarded", "for=203.0.113.7"))
                .contains("\"127.0.0.1\"");
    }

    @Test
    void what_came_over_tls_to_a_trusted_proxy_gets_the_cookie_for_tls() {
        Client client = trusting("127.0.0.1");

        assertThat(seen(client, "X-Forwarded-Proto", "https")).contains("__Host-clientele=t", "; Secure");
        assertThat(seen(client, "X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "https"))
                .contains("__Host-clientele=t", "; Secure");
        assertThat(seen(client, "Forwarded", "for=203.0.113.7;proto=https")).contains("; Secure");
        assertThat(seen(client, "X-Forwarded-Proto", "http")).doesNotContain("; Secure");
        // What a browser says itself is not undone by a proxy.
        assertThat(seen(client, "X-Forwarded-Proto", "http", "Sec-Fetch-Site", "same-origin"))
                .contains("; Secure");
    }

    @Test
    void whoever_proves_an_identity_does_so_from_that_address() {
        Client client = trusting("127.0.0.1");

        String unused = seen(client, "Authorization", "Bearer t", "X-Forwarded-For", "203.0.113.7");

        assertThat(senders.seen).containsExactly("203.0.113.7");
    }
}
