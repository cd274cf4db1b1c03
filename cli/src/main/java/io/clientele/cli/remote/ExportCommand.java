package io.clientele.cli.remote;

import io.clientele.cli.api.Api;
import io.clientele.cli.console.Arguments;
import io.clientele.cli.console.Command;
import io.clientele.cli.console.Console;
import io.clientele.cli.console.Syntax;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/** Writes the customers that a filter selects as CSV. */
public final class ExportCommand implements Command {
    private final Target target;
    private final Console console;

    public ExportCommand(Target target, Console console) {
        this.target = target;
        this.console = console;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of(0).values("--server", "--filter", "--out");
    }

    @Override
    public int run(Arguments arguments) throws IOException, InterruptedException {
        Api api = target.of(arguments);
        String path = "/api/v1/exports/customers"
                + Api.query(Map.of("filter", arguments.value("--filter").orElse("")));
        Optional<Path> out = arguments.value("--out").map(Path::of);
        if (out.isEmpty()) {
            api.download(path, console.out());
            console.out().flush();
            return 0;
        }
        // A file that is there is whole: a broken connection leaves the part beside it.
        Path part = out.get().resolveSibling(out.get().getFileName() + ".part");
        try (OutputStream file = Files.newOutputStream(part)) {
            api.download(path, file);
        }
        Files.move(part, out.get(), StandardCopyOption.REPLACE_EXISTING);
        console.line("written " + out.get());
        return 0;
    }
}
