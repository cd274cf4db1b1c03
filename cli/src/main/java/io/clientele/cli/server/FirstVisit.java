package io.clientele.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.cli.api.Api;
import io.clientele.cli.api.ApiException;
import io.clientele.cli.console.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/**
 * The first time a server is up: its password for the first administrator is shown once and forgotten, and this
 * command line gets a token of its own so that nobody has to type the password for an import.
 */
final class FirstVisit {
    private static final String LOGIN = "admin";

    private final Home home;
    private final Console console;

    FirstVisit(Home home, Console console) {
        this.home = home;
        this.console = console;
    }

    /** Does nothing when the password was shown before. */
    void welcome(ServerState state) throws IOException, InterruptedException {
        Path file = state.data().resolve("first-password");
        if (!Files.exists(file)) {
            return;
        }
        String password = Files.readString(file).strip();
        keepToken(new Api(state.address(), ""), password);
        console.line("");
        console.line("  first administrator   " + LOGIN);
        console.line("  password              " + password);
        console.line("  It is shown this once and kept nowhere; sign in and change it.");
        Files.delete(file);
    }

    private void keepToken(Api nobody, String password) throws IOException, InterruptedException {
        try {
            JsonNode session = nobody.post("/api/v1/session", Map.of("login", LOGIN, "password", password));
            Api administrator = new Api(nobody.server(), session.path("token").asText());
            JsonNode token = administrator.post("/api/v1/tokens", Map.of("name", "command line"));
            writeForOwner(home.token(), token.path("token").asText());
        } catch (ApiException e) {
            console.error("could not make a token for the command line (" + e.getMessage()
                    + "); make one with POST /api/v1/tokens and set CLIENTELE_TOKEN");
        }
    }

    /** The file never exists with wider permissions, not even for a moment. */
    static void writeForOwner(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        if (Files.getFileStore(file.resolveSibling(".")).supportsFileAttributeView("posix")) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rw-------"))));
        }
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    }
}
