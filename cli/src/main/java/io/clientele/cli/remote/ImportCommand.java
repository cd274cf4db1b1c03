package io.clientele.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.cli.console.Arguments;
import io.clientele.cli.console.Command;
import io.clientele.cli.console.Console;
import io.clientele.cli.console.FailureException;
import io.clientele.cli.console.Syntax;
import io.clientele.cli.console.UsageException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Brings a CSV file in, showing first what the server takes it for. The exit code is 1 if a row was refused. */
public final class ImportCommand implements Command {
    private static final int SAMPLE_ROWS = 3;

    private final Target target;
    private final Console console;

    public ImportCommand(Target target, Console console) {
        this.target = target;
        this.console = console;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of(1)
                .values(
                        "--server",
                        "--kind",
                        "--map",
                        "--encoding",
                        "--delimiter",
                        "--header",
                        "--source",
                        "--currency",
                        "--date-format",
                        "--decimal",
                        "--create-missing")
                .switches("--dry-run");
    }

    @Override
    public int run(Arguments arguments) throws IOException, InterruptedException {
        Path file = Path.of(arguments.word(0, "the file to import"));
        Map<String, String> columns = columns(arguments);
        String name = String.valueOf(file.getFileName());
        Upload upload =
                new Upload(arguments.value("--kind").orElse("customers"), name, content(file), overrides(arguments));
        Importer importer = new Importer(target.of(arguments), console);
        JsonNode uploaded = importer.map(importer.upload(upload), columns, settings(arguments));
        show(uploaded);
        boolean dry = arguments.has("--dry-run");
        JsonNode end = importer.run(uploaded, dry ? Importer.DryRun.YES : Importer.DryRun.NO);
        return summary(importer, end, file);
    }

    private static BodyPublisher content(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new FailureException("there is no file " + file);
        }
    }

    static Map<String, String> columns(Arguments arguments) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String pair : arguments.values("--map")) {
            int equals = pair.lastIndexOf('=');
            if (equals < 1) {
                throw new UsageException("--map takes column=field, not \"" + pair + "\"");
            }
            columns.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return columns;
    }

    private static Map<String, String> overrides(Arguments arguments) {
        Map<String, String> overrides = new LinkedHashMap<>();
        arguments.value("--encoding").ifPresent(value -> overrides.put("encoding", value));
        arguments.value("--delimiter").ifPresent(value -> overrides.put("delimiter", delimiter(value)));
        arguments.value("--header").ifPresent(value -> overrides.put("header", value));
        return overrides;
    }

    /** A tab is hard to type in a shell, so its name will do. */
    private static String delimiter(String typed) {
        return typed.equals("tab") || typed.equals("\\t") ? "\t" : typed;
    }

    private static Map<String, Object> settings(Arguments arguments) {
        Map<String, Object> settings = new LinkedHashMap<>();
        arguments.value("--source").ifPresent(value -> settings.put("source", value));
        arguments.value("--currency").ifPresent(value -> settings.put("currency", value));
        arguments.value("--date-format").ifPresent(value -> settings.put("dateFormat", value));
        arguments.value("--decimal").ifPresent(value -> settings.put("decimal", value));
        arguments
                .value("--create-missing")
                .ifPresent(value -> settings.put("createMissing", Boolean.parseBoolean(value)));
        return settings;
    }

    private void show(JsonNode uploaded) {
        console.line("encoding   " + uploaded.path("encoding").asText());
        console.line("delimiter  " + visible(uploaded.path("delimiter").asText()));
        console.line("columns");
        JsonNode mapping = uploaded.path("mapping");
        for (JsonNode column : uploaded.path("header")) {
            String field = mapping.path(column.asText()).asText("");
            console.line(
                    String.format("  %-24s %s", column.asText(), field.isEmpty() ? "(not imported)" : "-> " + field));
        }
        for (JsonNode note : uploaded.path("notes")) {
            console.line("note       " + note.asText());
        }
        console.line("first rows");
        int rows = 0;
        for (JsonNode row : uploaded.path("sample")) {
            if (rows++ < SAMPLE_ROWS) {
                console.line("  " + cells(row));
            }
        }
    }

    private static String visible(String delimiter) {
        return delimiter.equals("\t") ? "tab" : delimiter;
    }

    private static String cells(JsonNode row) {
        StringBuilder text = new StringBuilder();
        for (JsonNode cell : row) {
            text.append(text.length() == 0 ? "" : " | ").append(cell.asText());
        }
        return text.toString();
    }

    private int summary(Importer importer, JsonNode end, Path file) throws IOException, InterruptedException {
        console.line(text(end));
        boolean complete = Importer.isComplete(end);
        long failed = end.path("failed").asLong();
        for (JsonNode error : end.path("errors")) {
            console.line(String.format(
                    "  line %s, %s: %s",
                    error.path("line").asText(),
                    error.path("column").asText(),
                    error.path("reason").asText()));
        }
        if (failed > 0) {
            Path errors = file.resolveSibling(file.getFileName() + ".errors.csv");
            importer.saveErrors(end, errors);
            console.line("The rows that were refused, each with its reason: " + errors);
            console.line("Correct them there and import that file.");
        }
        if (!complete) {
            console.error("the import ended early: "
                    + end.path("fault").asText(end.path("state").asText()));
        }
        return failed == 0 && complete ? 0 : 1;
    }

    static String text(JsonNode end) {
        return String.format(
                "%s%,d rows: %,d added, %,d updated, %,d unchanged, %,d failed",
                end.path("dryRun").asBoolean() ? "dry run, nothing was written; " : "",
                end.path("rows").asLong(),
                end.path("added").asLong(),
                end.path("updated").asLong(),
                end.path("unchanged").asLong(),
                end.path("failed").asLong());
    }
}
