package io.clientele.cli.console;

import java.io.IOException;

/** One word after {@code ./clientele}. */
public interface Command {
    /** What may follow the word. */
    Syntax syntax();

    /** Does the work and returns the exit code. */
    int run(Arguments arguments) throws IOException, InterruptedException;
}
