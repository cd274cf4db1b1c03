package io.clientele.cli.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Adds up what Surefire and Failsafe have written below every {@code target}. */
final class TestReports {
    private final XMLInputFactory xml = XMLInputFactory.newInstance();

    TestReports() {
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    }

    /** How many tests there were of each kind; an error counts as a failure. */
    record Sum(int passed, int failed, int skipped) {
        Sum plus(Sum other) {
            return new Sum(passed + other.passed, failed + other.failed, skipped + other.skipped);
        }

        String text() {
            return passed + " passed, " + failed + " failed";
        }
    }

    Sum below(Path root) throws IOException {
        Sum sum = new Sum(0, 0, 0);
        for (Path report : find(root)) {
            sum = sum.plus(read(report));
        }
        return sum;
    }

    static List<Path> find(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                String name = String.valueOf(directory.getFileName());
                boolean elsewhere = name.startsWith(".") || name.equals("src") || name.equals("node_modules");
                return elsewhere && !directory.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (name.startsWith("TEST-")
                        && name.endsWith(".xml")
                        && isReports(file.resolveSibling("").normalize())) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static boolean isReports(Path directory) {
        return directory.endsWith("target/surefire-reports") || directory.endsWith("target/failsafe-reports");
    }

    private Sum read(Path report) throws IOException {
        try (InputStream in = Files.newInputStream(report)) {
            XMLStreamReader reader = xml.createXMLStreamReader(in);
            reader.nextTag();
            int tests = count(reader, "tests");
            int failed = count(reader, "failures") + count(reader, "errors");
            int skipped = count(reader, "skipped");
            return new Sum(tests - failed - skipped, failed, skipped);
        } catch (XMLStreamException e) {
            // A JVM that died while writing its report is a failure, not an absence.
            return new Sum(0, 1, 0);
        }
    }

    private static int count(XMLStreamReader reader, String attribute) {
        String value = reader.getAttributeValue(null, attribute);
        return value == null ? 0 : Integer.parseInt(value);
    }
}
