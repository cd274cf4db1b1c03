package io.clientele.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where lines go. Results are written to standard output; what goes wrong, to standard error. */
public final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    public Console(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** The process's own streams, in UTF-8 whatever the locale: customers' names are in any script. */
    public static Console standard(boolean terminal) {
        return new Console(stream(FileDescriptor.out), stream(FileDescriptor.err), terminal);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    public void line(String text) {
        out.println(text);
        out.flush();
    }

    public void error(String text) {
        err.println(text);
        err.flush();
    }

    /** Whether a line can be drawn over. */
    public boolean terminal() {
        return terminal;
    }

    /** Replaces the current line of a terminal. */
    public void redraw(String text) {
        out.print("\r\u001b[K" + text);
        out.flush();
    }

    /** Standard output itself, for content that is copied and not composed. */
    public PrintStream out() {
        return out;
    }
}
