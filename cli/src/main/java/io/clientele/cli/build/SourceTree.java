package io.clientele.cli.build;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;

/** Tells whether something built is older than what it is built from. */
final class SourceTree {
    private final Path root;

    SourceTree(Path root) {
        this.root = root;
    }

    /** Whether any file below these folders (or any of these files) was changed after {@code moment}. */
    boolean changedSince(FileTime moment, List<String> places) throws IOException {
        for (String place : places) {
            Path path = root.resolve(place);
            if (Files.exists(path) && newest(path).compareTo(moment) > 0) {
                return true;
            }
        }
        return false;
    }

    private static FileTime newest(Path tree) throws IOException {
        Newest newest = new Newest();
        Files.walkFileTree(tree, newest);
        return newest.time;
    }

    private static final class Newest extends SimpleFileVisitor<Path> {
        private FileTime time = FileTime.fromMillis(0);

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            String name = String.valueOf(directory.getFileName());
            return name.equals("target") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.lastModifiedTime().compareTo(time) > 0) {
                time = attributes.lastModifiedTime();
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
