package io.clientele.cli.server;

import io.clientele.cli.console.Arguments;
import io.clientele.cli.console.Command;
import io.clientele.cli.console.Console;
import io.clientele.cli.console.FailureException;
import io.clientele.cli.console.Pause;
import io.clientele.cli.console.Syntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Shows the end of the server's log, and with {@code -f} what comes after. */
public final class LogsCommand implements Command {
    private static final long USUAL_LINES = 100;

    private final Home home;
    private final Console console;

    public LogsCommand(Home home, Console console) {
        this.home = home;
        this.console = console;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of(0).values("-n").switches("-f");
    }

    @Override
    public int run(Arguments arguments) throws IOException, InterruptedException {
        Path data = ServerState.last(home).map(ServerState::data).orElse(home.data());
        Path log = Logs.of(home, data);
        if (!Files.exists(log)) {
            throw new FailureException("there is no log yet; start the server with ./clientele run");
        }
        Tail tail = new Tail(log);
        console.out().print(tail.last(arguments.number("-n").orElse(USUAL_LINES).intValue()));
        console.out().flush();
        Pause pause = new Pause(Duration.ofMillis(300), Duration.ofMillis(300));
        while (arguments.has("-f") && !console.out().checkError()) {
            tail.copyNew(console.out());
            pause.await();
        }
        return 0;
    }
}
