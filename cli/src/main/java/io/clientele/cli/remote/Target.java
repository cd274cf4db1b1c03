package io.clientele.cli.remote;

import io.clientele.cli.api.Api;
import io.clientele.cli.console.Arguments;
import io.clientele.cli.console.FailureException;
import io.clientele.cli.server.Home;
import io.clientele.cli.server.ServerState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;

/** The server a command is meant for: {@code --server}, else CLIENTELE_SERVER, else the one running here. */
public final class Target {
    private final Home home;
    private final Map<String, String> environment;

    public Target(Home home, Map<String, String> environment) {
        this.home = home;
        this.environment = Map.copyOf(environment);
    }

    public Api of(Arguments arguments) throws IOException {
        String named = arguments.value("--server").orElse(environment.getOrDefault("CLIENTELE_SERVER", ""));
        String token = environment.getOrDefault("CLIENTELE_TOKEN", "");
        if (!named.isBlank()) {
            if (token.isBlank()) {
                throw new FailureException("set CLIENTELE_TOKEN to an API token of " + named);
            }
            return new Api(URI.create(named), token);
        }
        URI here = ServerState.running(home)
                .map(ServerState::address)
                .orElseThrow(() -> new FailureException(
                        "no server is running here; start one with ./clientele run, or name one with --server URL"));
        return new Api(here, token.isBlank() ? ownToken() : token);
    }

    private String ownToken() throws IOException {
        if (!Files.isReadable(home.token())) {
            throw new FailureException("there is no token in " + home.token()
                    + "; make one with POST /api/v1/tokens and set CLIENTELE_TOKEN");
        }
        return Files.readString(home.token()).strip();
    }
}
