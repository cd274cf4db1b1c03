package io.clientele.registry.internal.transfer;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** The progress of an import as server-sent events. The stream ends with the run. */
final class ImportEvents implements StreamingOutput {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Imports imports;
    private final Supplier<ImportView> standing;

    /**
     * Follows an import.
     *
     * @param standing tells where it stands now
     */
    ImportEvents(Imports imports, Supplier<ImportView> standing) {
        this.imports = imports;
        this.standing = standing;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        ImportView shown = standing.get();
        send(out, shown);
        try {
            while (!shown.atRest()) {
                imports.awaitChange();
                ImportView now = standing.get();
                if (!now.equals(shown)) {
                    send(out, now);
                    shown = now;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the node is stopping");
        }
    }

    private static void send(OutputStream out, ImportView view) throws IOException {
        String event = "event: progress\ndata: " + JSON.writeValueAsString(view) + "\n\n";
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
