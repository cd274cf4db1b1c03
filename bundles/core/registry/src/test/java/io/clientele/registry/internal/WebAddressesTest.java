package io.clientele.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressesTest {
    @ParameterizedTest
    @CsvSource({
        "Ada@Example.ORG,ada@example.org",
        "o'neill+crm@mail.example.co.uk,o'neill+crm@mail.example.co.uk",
        "info@müller.de,info@xn--mller-kva.de",
        "王@例子.中国,王@xn--fsqu00a.xn--fiqs8s"
    })
    void folds_the_addresses_that_mail_can_go_to(String address, String key) {
        assertThat(Objects.requireNonNull(WebAddresses.email(address)).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ada", "@x.org", "a@", "a@b", "a b@x.org", "a..b@x.org", ".a@x.org", "a@-x.org", "a@x_y.org"})
    void knows_what_is_no_mail_address(String address) {
        assertThat(WebAddresses.email(address)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "example.com,https://example.com,example.com",
        "HTTP://WWW.Example.com/,http://www.example.com/,example.com",
        "https://example.com:8443/a?b=c#d,https://example.com:8443/a?b=c#d,example.com:8443/a?b=c#d"
    })
    void gives_pages_a_scheme_and_folds_their_host(String page, String shown, String key) {
        assertThat(WebAddresses.web(page)).isEqualTo(new WebAddresses.Address(shown, key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript://x.org",
                "ftp://x.org",
                "localhost",
                "http://u:p@x.org",
                "http://x.org/<a>",
                "https://"
            })
    void refuses_what_a_browser_must_not_open(String page) {
        assertThat(WebAddresses.web(page)).isNull();
    }
}
