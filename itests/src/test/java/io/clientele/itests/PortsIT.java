package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A started node listens where its documentation says, and nowhere else. */
@EnabledOnOs(OS.LINUX)
class PortsIT {
    private static final String LOOPBACK = "0100007F";
    private static final String MAPPED_LOOPBACK = "0000000000000000FFFF00000100007F";

    @ParameterizedTest
    @EnumSource
    void listens_on_one_loopback_port(TestDatabase kind) throws IOException {
        Server server = Servers.on(kind);
        String port = String.format(Locale.ROOT, "%04X", server.uri("/").getPort());

        List<String> listening = listening(server.process().pid());

        assertThat(listening).hasSize(1);
        assertThat(listening.get(0)).isIn(LOOPBACK + ":" + port, MAPPED_LOOPBACK + ":" + port);
    }

    private static List<String> listening(long pid) throws IOException {
        Set<String> inodes;
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            inodes = open.map(PortsIT::target)
                    .filter(t -> t.startsWith("socket:["))
                    .map(t -> t.substring(8, t.length() - 1))
                    .collect(Collectors.toSet());
        }
        return Stream.concat(
                        Files.readAllLines(Path.of("/proc/" + pid + "/net/tcp")).stream(),
                        Files.readAllLines(Path.of("/proc/" + pid + "/net/tcp6")).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(f -> f.length > 9 && f[3].equals("0A") && inodes.contains(f[9]))
                .map(f -> f[1])
                .toList();
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
