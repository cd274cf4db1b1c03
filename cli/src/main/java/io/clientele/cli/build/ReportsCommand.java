package io.clientele.cli.build;

import io.clientele.cli.console.Arguments;
import io.clientele.cli.console.Command;
import io.clientele.cli.console.Console;
import io.clientele.cli.console.Syntax;
import io.clientele.cli.server.Home;
import java.io.IOException;

/** The second half of {@code ./clientele test}: after Maven, the closing line and the exit code. */
public final class ReportsCommand implements Command {
    private final Home home;
    private final Console console;

    public ReportsCommand(Home home, Console console) {
        this.home = home;
        this.console = console;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of(0).values("--maven-exit");
    }

    @Override
    public int run(Arguments arguments) throws IOException {
        TestReports.Sum sum = new TestReports().below(home.root());
        boolean built = arguments.number("--maven-exit").orElse(0L) == 0;
        if (sum.skipped() > 0) {
            console.line(sum.skipped() + " skipped");
        }
        if (!built && sum.failed() == 0) {
            console.line("the build failed outside the tests; see above");
        }
        console.line(sum.text());
        return built && sum.failed() == 0 && sum.passed() > 0 ? 0 : 1;
    }
}
