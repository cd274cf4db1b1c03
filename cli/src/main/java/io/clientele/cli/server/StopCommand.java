package io.clientele.cli.server;

import io.clientele.cli.console.Arguments;
import io.clientele.cli.console.Command;
import io.clientele.cli.console.Console;
import io.clientele.cli.console.Syntax;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Ends the server: in order if it can, by force if it does not. */
public final class StopCommand implements Command {
    private final Home home;
    private final Console console;
    private final Duration patience;

    public StopCommand(Home home, Console console, Duration patience) {
        this.home = home;
        this.console = console;
        this.patience = patience;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of(0);
    }

    @Override
    public int run(Arguments arguments) throws IOException, InterruptedException {
        Optional<ServerState> state = ServerState.running(home);
        if (state.isEmpty()) {
            console.line("Clientele is not running.");
            return 0;
        }
        ServerProcess.Ending ending = new ServerProcess(home).stop(state.get(), patience);
        if (ending == ServerProcess.Ending.KILLED) {
            console.error("warning: the server did not end within " + patience.toSeconds()
                    + " seconds and was killed; what it had acknowledged is safe");
        }
        console.line("Clientele has stopped.");
        return 0;
    }
}
