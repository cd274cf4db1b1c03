package io.clientele.access.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** A file that holds one password and that only its owner can read, from its first moment on. */
record PasswordFile(Path path) {
    /** Puts the password beside the file, from where {@link Draft#keep} moves it. */
    Draft draft(String password) {
        try {
            Path folder = Objects.requireNonNull(path.getParent(), "a file stands in a folder");
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, "." + path.getFileName(), ".tmp", ownersOnly());
            Files.write(beside, (password + "\n").getBytes(StandardCharsets.UTF_8));
            return new Draft(beside);
        } catch (IOException e) {
            throw new UncheckedIOException("the file for a password cannot be written", e);
        }
    }

    private static FileAttribute<?>[] ownersOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** A password that waits to be kept; closed before, it is gone. */
    final class Draft implements AutoCloseable {
        private final Path beside;

        private Draft(Path beside) {
            this.beside = beside;
        }

        void keep() {
            try {
                Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException("the file for a password cannot be written", e);
            }
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(beside);
            } catch (IOException e) {
                throw new UncheckedIOException("a password was left in " + beside, e);
            }
        }
    }
}
