package io.clientele.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.cli.api.Api;
import io.clientele.cli.console.Console;
import io.clientele.cli.console.ProgressBar;
import io.clientele.cli.console.ProgressBar.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** The steps of an import: upload, map, run, wait. */
public final class Importer {
    private static final String IMPORTS = "/api/v1/imports";

    private final Api api;
    private final Console console;

    public Importer(Api api, Console console) {
        this.api = api;
        this.console = console;
    }

    /** Stores the file on the server and returns what the server takes it for. */
    public JsonNode upload(Upload upload) throws IOException, InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("kind", upload.kind());
        parameters.put("name", upload.name());
        parameters.putAll(upload.overrides());
        return api.upload(IMPORTS + Api.query(parameters), upload.content());
    }

    /** Changes what the guess says about columns; {@code settings} are the other members of the mapping document. */
    public JsonNode map(JsonNode uploaded, Map<String, String> columns, Map<String, ?> settings)
            throws IOException, InterruptedException {
        if (columns.isEmpty() && settings.isEmpty()) {
            return uploaded;
        }
        ObjectNode document = ((ObjectNode) uploaded).objectNode();
        ObjectNode mapping = document.putObject("mapping");
        if (uploaded.path("mapping") instanceof ObjectNode guessed) {
            mapping.setAll(guessed);
        }
        columns.forEach(mapping::put);
        settings.forEach(document::putPOJO);
        JsonNode answer = api.put(path(uploaded) + "/mapping", document);
        return answer.has("id") ? answer : api.get(path(uploaded));
    }

    /** Runs it to the end while a bar shows how far it is, and returns the last state. */
    public JsonNode run(JsonNode uploaded, DryRun dryRun) throws IOException, InterruptedException {
        api.post(path(uploaded) + "/run", Map.of("dryRun", dryRun == DryRun.YES));
        ProgressBar bar = new ProgressBar(console, Clock.systemUTC());
        JsonNode state = new ImportWatch(api, path(uploaded)).awaitEnd(now -> bar.show(progress(now)));
        bar.finish(progress(state));
        return state;
    }

    /** Whether the rows are only checked. */
    public enum DryRun {
        YES,
        NO
    }

    /** Saves the rows that were refused, each with its reason. */
    public void saveErrors(JsonNode state, Path file) throws IOException, InterruptedException {
        try (OutputStream out = Files.newOutputStream(file)) {
            api.download(path(state) + "/errors", out);
        }
    }

    /** Whether the last run went through the whole file; after one that only checked, the file is as it was. */
    public static boolean isComplete(JsonNode end) {
        String state = end.path("state").asText();
        return state.equals("done")
                || (state.equals("uploaded") && end.path("dryRun").asBoolean());
    }

    static Progress progress(JsonNode state) {
        double total = state.path("bytes").asDouble();
        double read = state.path("readBytes").asDouble();
        double share = ImportWatch.isOver(state) ? 1 : total == 0 ? 0 : read / total;
        return new Progress(
                share, state.path("rows").asLong(), state.path("failed").asLong());
    }

    private static String path(JsonNode document) {
        return IMPORTS + "/" + document.path("id").asText();
    }
}
