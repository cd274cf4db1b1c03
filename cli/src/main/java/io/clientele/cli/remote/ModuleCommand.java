package io.clientele.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.cli.api.Api;
import io.clientele.cli.console.Arguments;
import io.clientele.cli.console.Command;
import io.clientele.cli.console.Console;
import io.clientele.cli.console.FailureException;
import io.clientele.cli.console.Syntax;
import io.clientele.cli.console.UsageException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Installs, changes and removes modules of a running server. The exit code is 1 if a plan or a change was refused or failed. */
public final class ModuleCommand implements Command {
    private static final String MODULES = "/api/v1/modules";

    private final Target target;
    private final Console console;

    public ModuleCommand(Target target, Console console) {
        this.target = target;
        this.console = console;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of(2).values("--server").switches("--allow-downgrade", "--yes");
    }

    @Override
    public int run(Arguments arguments) throws IOException, InterruptedException {
        Api api = target.of(arguments);
        String verb =
                arguments.word(0, "list, plan, install, update, uninstall, rollback, purge, release, repair or leaks");
        return switch (verb) {
            case "list" -> show(api.get(MODULES));
            case "repair" -> show(api.post(MODULES + "/drift/repair", Map.of()));
            case "leaks" -> show(api.post(MODULES + "/leaks/check", Map.of()));
            case "plan" -> plan(api, arguments);
            case "install", "update" -> changed(change(api, verb, arguments));
            case "uninstall", "rollback" -> changed(api.post(path(arguments) + "/" + verb, Map.of()));
            case "purge" -> purge(api, arguments);
            case "release" -> released(api.post(path(arguments) + "/release", Map.of()));
            default -> throw new UsageException("module knows no \"" + verb + "\"");
        };
    }

    private int released(JsonNode module) {
        console.line(
                module.path("name").asText() + " is " + module.path("state").asText());
        return module.path("state").asText().equals("running") ? 0 : 1;
    }

    private static String path(Arguments arguments) {
        return MODULES + "/" + arguments.word(1, "the name of a module");
    }

    /** The archive in a file, or one that the server has on offer under this name. */
    private static JsonNode archive(Api api, Arguments arguments) throws IOException, InterruptedException {
        String word = arguments.word(1, "the file of an archive, or the name of a module on offer");
        if (word.matches("[a-z][a-z0-9]*") && Files.notExists(Path.of(word))) {
            for (JsonNode module : api.get(MODULES).path("available")) {
                if (module.path("name").asText().equals(word)) {
                    return module;
                }
            }
            throw new FailureException("there is no file " + word + ", and no module of that name on offer");
        }
        return upload(api, Path.of(word));
    }

    private static JsonNode upload(Api api, Path file) throws IOException, InterruptedException {
        try {
            return api.upload(MODULES + "/archives", BodyPublishers.ofFile(file));
        } catch (FileNotFoundException e) {
            throw new FailureException("there is no file " + file);
        }
    }

    private static Map<String, Object> choice(JsonNode archive, Arguments arguments) {
        Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("sha256", archive.path("sha256").asText());
        choice.put("allowDowngrade", arguments.has("--allow-downgrade"));
        return choice;
    }

    private static JsonNode change(Api api, String verb, Arguments arguments) throws IOException, InterruptedException {
        JsonNode archive = archive(api, arguments);
        return api.post(MODULES + "/" + archive.path("name").asText() + "/" + verb, choice(archive, arguments));
    }

    private int plan(Api api, Arguments arguments) throws IOException, InterruptedException {
        JsonNode archive = archive(api, arguments);
        String name = archive.path("name").asText();
        boolean installed = false;
        for (JsonNode module : api.get(MODULES).path("installed")) {
            installed |= module.path("name").asText().equals(name)
                    && !module.path("state").asText().equals("uninstalled");
        }
        Map<String, Object> question = choice(archive, arguments);
        question.put("kind", installed ? "update" : "install");
        return show(api.post(MODULES + "/" + name + "/plan", question), name);
    }

    private int show(JsonNode plan, String name) {
        console.line(plan.path("kind").asText() + " " + name + " "
                + plan.path("from").asText("-") + " -> " + plan.path("to").asText("-"));
        for (String part : new String[] {"bundles", "paths", "screens", "permissions", "tables", "facts"}) {
            plan.path(part).path("appear").forEach(item -> console.line("  + " + part + " " + item.asText()));
            plan.path(part).path("go").forEach(item -> console.line("  - " + part + " " + item.asText()));
        }
        for (String part : new String[] {"migrations", "suspendedFilters", "refreshed"}) {
            plan.path(part).forEach(item -> console.line("  " + part + ": " + item.asText()));
        }
        plan.path("refusals").forEach(item -> console.error("refused: " + item.asText()));
        return plan.path("refusals").isEmpty() ? 0 : 1;
    }

    private int changed(JsonNode change) {
        console.line(change.path("kind").asText() + " " + change.path("module").asText() + " "
                + change.path("from").asText("-") + " -> " + change.path("to").asText("-") + ": "
                + change.path("outcome").asText() + ", its paths were away for "
                + change.path("awayMillis").asText() + " ms");
        return change.path("outcome").asText().equals("done") ? 0 : 1;
    }

    private int purge(Api api, Arguments arguments) throws IOException, InterruptedException {
        JsonNode rows = api.get(path(arguments) + "/purge").path("rows");
        for (Map.Entry<String, JsonNode> table : rows.properties()) {
            console.line(String.format("%,d rows in %s", table.getValue().asLong(), table.getKey()));
        }
        if (!arguments.has("--yes")) {
            console.line("Nothing was dropped. Say --yes to drop these tables for good.");
            return 0;
        }
        return changed(api.post(path(arguments) + "/purge", Map.of()));
    }

    private int show(JsonNode catalogue) {
        if (catalogue.path("developmentMode").asBoolean()) {
            console.line("DEVELOPMENT MODE: modules that nobody signed are taken");
        }
        for (JsonNode module : catalogue.path("installed")) {
            console.line(String.format(
                    "%-16s %-12s %s%s",
                    module.path("name").asText(),
                    module.path("version").asText(),
                    module.path("state").asText(),
                    module.path("reason").isTextual()
                            ? ": " + module.path("reason").asText()
                            : ""));
            module.path("leaked").forEach(leak -> console.line("  leaked: " + leak.asText()));
        }
        for (JsonNode module : catalogue.path("available")) {
            console.line(String.format(
                    "%-16s %-12s available",
                    module.path("name").asText(), module.path("version").asText()));
        }
        for (JsonNode repository : catalogue.path("repositories")) {
            if (repository.path("problem").isTextual()) {
                console.line("repository " + repository.path("address").asText() + ": "
                        + repository.path("problem").asText());
            }
        }
        for (JsonNode drift : catalogue.path("drift")) {
            console.line("drift: " + drift.path("module").asText() + " "
                    + drift.path("detail").asText());
        }
        return 0;
    }
}
