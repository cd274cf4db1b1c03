package io.clientele.cli;

import io.clientele.cli.api.ApiException;
import io.clientele.cli.build.BenchCommand;
import io.clientele.cli.build.BuiltDistribution;
import io.clientele.cli.build.MavenBuild;
import io.clientele.cli.build.ReportsCommand;
import io.clientele.cli.console.Arguments;
import io.clientele.cli.console.Command;
import io.clientele.cli.console.Console;
import io.clientele.cli.console.FailureException;
import io.clientele.cli.console.UsageException;
import io.clientele.cli.demo.DemoCommand;
import io.clientele.cli.remote.AuditCommand;
import io.clientele.cli.remote.ExportCommand;
import io.clientele.cli.remote.ImportCommand;
import io.clientele.cli.remote.ModuleCommand;
import io.clientele.cli.remote.Target;
import io.clientele.cli.server.Home;
import io.clientele.cli.server.LogsCommand;
import io.clientele.cli.server.RunCommand;
import io.clientele.cli.server.StatusCommand;
import io.clientele.cli.server.StopCommand;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Picks the command that the first word names. Exit codes: 0 done, 1 failed, 2 not understood. */
public final class Main {
    private static final int NOT_UNDERSTOOD = 2;

    private final Home home;
    private final Console console;
    private final Map<String, String> environment;

    Main(Home home, Console console, Map<String, String> environment) {
        this.home = home;
        this.console = console;
        this.environment = Map.copyOf(environment);
    }

    public static void main(String[] words) {
        Console console = Console.standard(Boolean.getBoolean("clientele.terminal"));
        Main main = new Main(Home.of(System.getenv()), console, System.getenv());
        System.exit(main.run(List.of(words)));
    }

    int run(List<String> words) {
        String name = words.isEmpty() ? "help" : words.get(0);
        try {
            return dispatch(name, words.isEmpty() ? words : words.subList(1, words.size()));
        } catch (UsageException e) {
            console.error(e.getMessage() + "\nSee ./clientele help");
            return NOT_UNDERSTOOD;
        } catch (FailureException e) {
            console.error(String.valueOf(e.getMessage()));
        } catch (ApiException e) {
            console.error(e.getMessage()
                    + (e.status() == 401 ? "\nThe token is not valid there; set CLIENTELE_TOKEN to one that is." : ""));
        } catch (IOException e) {
            console.error(name + " failed: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            console.error(name + " was interrupted");
        }
        return 1;
    }

    private int dispatch(String name, List<String> rest) throws IOException, InterruptedException {
        switch (name) {
            case "help", "--help", "-h" -> {
                console.line(HelpText.read());
                return 0;
            }
            case "bench" -> {
                return new BenchCommand(home, build(), distribution()).run(rest);
            }
            default -> {
                if (rest.contains("--help")) {
                    console.line(HelpText.read());
                    return 0;
                }
                Command command = command(name).orElseThrow(() -> new UsageException("unknown command: " + name));
                return command.run(Arguments.parse(rest, command.syntax()));
            }
        }
    }

    private Optional<Command> command(String name) {
        Target target = new Target(home, environment);
        return Optional.ofNullable(
                switch (name) {
                    case "run" -> new RunCommand(home, console, distribution());
                    case "stop" -> new StopCommand(home, console, Duration.ofSeconds(30));
                    case "status" -> new StatusCommand(home, console);
                    case "logs" -> new LogsCommand(home, console);
                    case "import" -> new ImportCommand(target, console);
                    case "export" -> new ExportCommand(target, console);
                    case "module" -> new ModuleCommand(target, console);
                    case "audit" -> new AuditCommand(target, console);
                    case "demo" -> new DemoCommand(target, console, Clock.systemUTC());
                    case "reports" -> new ReportsCommand(home, console);
                    default -> null;
                });
    }

    private MavenBuild build() {
        return new MavenBuild(home.root(), home.run(), console);
    }

    private BuiltDistribution distribution() {
        return new BuiltDistribution(home, build(), environment);
    }
}
