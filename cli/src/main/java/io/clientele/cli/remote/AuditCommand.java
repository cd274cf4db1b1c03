package io.clientele.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.cli.console.Arguments;
import io.clientele.cli.console.Command;
import io.clientele.cli.console.Console;
import io.clientele.cli.console.Syntax;
import io.clientele.cli.console.UsageException;
import java.io.IOException;

/** Has the server verify the hash chain of its audit rows. The exit code is 1 if it is broken. */
public final class AuditCommand implements Command {
    private final Target target;
    private final Console console;

    public AuditCommand(Target target, Console console) {
        this.target = target;
        this.console = console;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of(1).values("--server");
    }

    @Override
    public int run(Arguments arguments) throws IOException, InterruptedException {
        String word = arguments.word(0, "verify");
        if (!word.equals("verify")) {
            throw new UsageException("audit knows \"verify\", not \"" + word + "\"");
        }
        JsonNode verification = target.of(arguments).get("/api/v1/audit/verification");
        String entries =
                String.format("%,d entries", verification.path("entries").asLong());
        if (verification.path("intact").asBoolean()) {
            console.line("The audit is intact: " + entries + ".");
            return 0;
        }
        JsonNode fault = verification.path("fault");
        console.error("THE AUDIT IS BROKEN (" + entries + "): chain "
                + fault.path("chain").asText() + ", entry " + fault.path("seq").asText() + ": "
                + fault.path("reason").asText());
        return 1;
    }
}
