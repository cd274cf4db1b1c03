package io.clientele.bench.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.bench.data.CsvFile;
import io.clientele.bench.data.CsvFile.Portion;
import io.clientele.bench.data.People;
import io.clientele.bench.load.Target;
import io.clientele.bench.server.Api;
import io.clientele.bench.server.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Customers brought in through the product's own import of a file. */
final class Import {
    // Asking costs the server too.
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration DEADLINE = Duration.ofMinutes(20);
    private static final List<String> FIELDS = List.of(
            "kind",
            "name",
            "language",
            "status",
            "identifier:erp",
            "email",
            "phone",
            "street",
            "city",
            "country",
            "tags",
            "team");

    private Import() {}

    /** Loads a portion of the made-up customers and tells what it cost. */
    static Cost run(Bed bed, Installation installation, Portion portion) throws IOException {
        long count = portion.count();
        Target target = bed.target(installation);
        Api api = installation.admin();
        Path file = CsvFile.write(bed.directory().resolve("customers.csv"), new People(1), portion);
        long server = target.server().cpuNanos();
        long database = target.database().cpuNanos();
        long start = System.nanoTime();
        JsonNode upload = api.upload("/api/v1/imports?kind=customers&name=customers.csv", file);
        String path = "/api/v1/imports/" + upload.path("id").asText();
        api.put(path + "/mapping", mapping());
        api.post(path + "/run", Api.object().put("dryRun", false));
        JsonNode end = Waiting.until("the import", () -> ended(api, path), PAUSE, DEADLINE);
        Cost cost = new Cost(
                count,
                target.server().cpuNanos() - server,
                target.database().cpuNanos() - database,
                System.nanoTime() - start);
        Files.delete(file);
        if (end.path("added").asLong() != count) {
            throw new IllegalStateException("not all rows were added: " + end);
        }
        return cost;
    }

    private static ObjectNode mapping() {
        ObjectNode body = Api.object();
        ObjectNode mapping = body.putObject("mapping");
        for (int i = 0; i < FIELDS.size(); i++) {
            mapping.put(CsvFile.HEADER.get(i), FIELDS.get(i));
        }
        return body;
    }

    private static Optional<JsonNode> ended(Api api, String path) {
        JsonNode state = api.get(path);
        return switch (state.path("state").asText()) {
            case "done" -> Optional.of(state);
            case "failed", "interrupted" -> throw new IllegalStateException("the import failed: " + state);
            default -> Optional.empty();
        };
    }

    /** Processor time of an import, upload included. */
    record Cost(long rows, long serverNanos, long databaseNanos, long wallNanos) {
        double microsPerRow() {
            return (serverNanos + databaseNanos) / 1e3 / rows;
        }

        String remark() {
            return String.format(
                    Locale.ROOT,
                    "server %.1f + database %.1f, %,.0f rows/s",
                    serverNanos / 1e3 / rows,
                    databaseNanos / 1e3 / rows,
                    rows * 1e9 / wallNanos);
        }
    }
}
