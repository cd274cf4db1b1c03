package io.clientele.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.cli.console.Arguments;
import io.clientele.cli.console.Command;
import io.clientele.cli.console.Console;
import io.clientele.cli.console.Syntax;
import io.clientele.cli.console.UsageException;
import io.clientele.cli.remote.Importer;
import io.clientele.cli.remote.Target;
import io.clientele.cli.remote.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills a server, or a directory, with a made-up enterprise. The exit code is 1 if a row was refused. */
public final class DemoCommand implements Command {
    private static final long MOST = 10_000_000;

    private final Target target;
    private final Console console;
    private final Clock clock;

    public DemoCommand(Target target, Console console, Clock clock) {
        this.target = target;
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of(1).values("--server", "--seed", "--until", "--out");
    }

    @Override
    public int run(Arguments arguments) throws IOException, InterruptedException {
        long customers = arguments.number("N", arguments.word(0, "the number of customers"));
        if (customers < 1 || customers > MOST) {
            throw new UsageException("the number of customers is not between 1 and " + MOST);
        }
        Enterprise enterprise = new Enterprise(arguments.number("--seed").orElse(1L), customers, until(arguments));
        console.line(String.format(
                "%,d customers, seed %d, three years until %s (the same seed and day make the same enterprise)",
                customers, enterprise.seed(), enterprise.until()));
        Optional<String> out = arguments.value("--out");
        return out.isPresent()
                ? write(enterprise, Path.of(out.get()))
                : load(enterprise, new Importer(target.of(arguments), console));
    }

    private LocalDate until(Arguments arguments) {
        String text = arguments.value("--until").orElse("");
        try {
            return text.isEmpty() ? LocalDate.now(clock) : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException("--until is not a date such as 2026-11-30: " + text);
        }
    }

    /** In this order each file finds the customers it speaks of. */
    static List<Section> sections(Enterprise enterprise) {
        return List.of(
                new CustomerSection(enterprise),
                new RelationSection(enterprise),
                new InteractionSection(enterprise),
                new PurchaseSection(enterprise));
    }

    private int load(Enterprise enterprise, Importer importer) throws IOException, InterruptedException {
        long failed = 0;
        boolean done = true;
        for (Section section : sections(enterprise)) {
            console.line(section.kind());
            Upload upload = new Upload(
                    section.kind(),
                    "demo-" + section.kind() + ".csv",
                    BodyPublishers.ofInputStream(() -> stream(enterprise, section)),
                    Map.of("encoding", "UTF-8", "delimiter", ",", "header", "true"));
            JsonNode uploaded = importer.upload(upload);
            if (console.terminal()) {
                console.redraw("");
            }
            JsonNode end = importer.run(
                    importer.map(uploaded, Map.of(), Map.of("source", enterprise.source())), Importer.DryRun.NO);
            failed += end.path("failed").asLong();
            done &= Importer.isComplete(end);
        }
        console.line(failed == 0 && done ? "The enterprise is there." : "Not all of it could be brought in.");
        return failed == 0 && done ? 0 : 1;
    }

    private CsvStream stream(Enterprise enterprise, Section section) {
        return new CsvStream(section, enterprise.customers(), reached -> {
            if (console.terminal()) {
                console.redraw(String.format("  sending %,d of %,d customers", reached, enterprise.customers()));
            }
        });
    }

    private int write(Enterprise enterprise, Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Section section : sections(enterprise)) {
            Path file = directory.resolve(section.kind() + ".csv");
            MessageDigest digest = sha256();
            try (InputStream in = stream(enterprise, section);
                    OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                in.transferTo(out);
            }
            if (console.terminal()) {
                console.redraw("");
            }
            console.line(HexFormat.of().formatHex(digest.digest()) + "  " + file);
        }
        return 0;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
