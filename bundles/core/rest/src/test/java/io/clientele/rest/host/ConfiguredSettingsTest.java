package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.kernel.Network;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredSettingsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        port           | abc             | port = abc is wrong: a whole number from 0 to 65535 is needed
        port           | 99999           | port = 99999 is wrong: a whole number from 0 to 65535 is needed
        port           | -1              | port = -1 is wrong
        port           | ''              | port =  is wrong
        threads        | 0               | threads = 0 is wrong: a whole number from 1 to 10000 is needed
        idleSeconds    | 0.5             | idleSeconds = 0.5 is wrong: a whole number from 1 to 86400 is needed
        headerBytes    | 8k              | headerBytes = 8k is wrong
        host           | ''              | host =  is wrong: it must not be empty
        portFile       | /nowhere/at/all | portFile = /nowhere/at/all is wrong: a file in a folder that is there
        trustedProxies | 10.0.0.0/33     | trustedProxies = 10.0.0.0/33 is wrong: networks such as 10.0.0.0/8
        trustedProxies | proxy.local     | trustedProxies = proxy.local is wrong
        """)
    void a_wrong_value_is_told_with_its_key_and_what_would_be_right(String key, String value, String fault) {
        ConfiguredSettings read = ConfiguredSettings.of(Written.config(Map.of(key, value)));

        assertThat(read.settings()).isNull();
        assertThat(read.faults()).singleElement().asString().startsWith(fault);
    }

    @Test
    void every_fault_is_told_on_one_line_whatever_was_written() {
        ConfiguredSettings read =
                ConfiguredSettings.of(Written.config(Map.of("port", "a\nb", "threads", "many".repeat(100))));

        assertThat(read.faults())
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault).hasSizeLessThan(200).doesNotContain("\n"));
    }

    @Test
    void what_is_right_is_taken_over() {
        ConfiguredSettings read = ConfiguredSettings.of(Written.config(Map.of(
                "port", " 9000 ",
                "portFile", folder.resolve("port").toString(),
                "allowedOrigins", "https://a.example, https://b.example",
                "trustedProxies", "10.0.0.0/8, ::1",
                "idleSeconds", "5")));

        HostSettings settings = Objects.requireNonNull(read.settings());
        assertThat(settings.port()).isEqualTo(9000);
        assertThat(settings.allowedOrigins()).isEqualTo(Set.of("https://a.example", "https://b.example"));
        assertThat(settings.trustedProxies()).isEqualTo(List.of(Network.of("10.0.0.0/8"), Network.of("::1")));
        assertThat(settings.idle()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.threads()).isEqualTo(HostSettings.onFreePort().threads());
        assertThat(settings.host()).isEqualTo("127.0.0.1");
    }
}
