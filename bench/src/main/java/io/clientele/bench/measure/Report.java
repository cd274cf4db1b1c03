package io.clientele.bench.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects rows while suites run and tells each as soon as it is known. Used by one thread. */
public final class Report {
    private final String loadAtStart = Machine.load();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** Adds a line and prints it. */
    public void add(Row row) {
        rows.add(row);
        progress(String.join(
                "  ",
                List.of(
                        row.what(),
                        row.asked(),
                        row.measured(),
                        row.against(),
                        row.ratio(),
                        row.verdict(),
                        row.remark())));
    }

    /** Adds a sentence that is printed below the table. */
    public void note(String note) {
        notes.add(note);
        progress(note);
    }

    /** Tells the person who waits what is going on. */
    public void progress(String text) {
        System.err.println("[bench] " + text);
    }

    /** The machine, the table and the notes. */
    public String render() {
        return Machine.describe() + "\nload average " + loadAtStart + " at the start, " + Machine.load()
                + " at the end\n\n" + Table.render(rows)
                + (notes.isEmpty() ? "" : "\n" + String.join("\n", notes) + "\n");
    }

    /** Writes the same for programs. */
    public void write(Path file) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("machine", Machine.describe());
        json.put("loadAtStart", loadAtStart);
        json.put("loadAtEnd", Machine.load());
        json.put("rows", rows);
        json.put("notes", notes);
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), json);
    }
}
