package io.clientele.persistence.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Who owns an H2 database, and the password of the user that works in it. The latter is derived from the owner's, so that there is one
 * secret to keep: for a file database without a configured user it is random and lies beside the file, readable by its user only.
 */
record H2Credentials(String owner, String ownerPassword, String workerPassword) {
    private static final String FILE_PREFIX = "jdbc:h2:file:";
    private static final String DEFAULT_OWNER = "CLIENTELE";
    private static final int SECRET_BYTES = 24;

    static H2Credentials of(Settings settings) {
        String owner = settings.user().isEmpty() ? DEFAULT_OWNER : settings.user();
        boolean kept = settings.user().isEmpty()
                && settings.password().isEmpty()
                && settings.url().startsWith(FILE_PREFIX);
        String password = kept ? secretBeside(databaseFile(settings.url())) : settings.password();
        return new H2Credentials(owner, password, derive(password));
    }

    private static Path databaseFile(String url) {
        int options = url.indexOf(';');
        String path = url.substring(FILE_PREFIX.length(), options < 0 ? url.length() : options);
        return Path.of(path.startsWith("~/") ? System.getProperty("user.home") + path.substring(1) : path);
    }

    private static String secretBeside(Path database) {
        Path secret = database.resolveSibling(database.getFileName() + ".secret");
        try {
            // Empty it is where a process ended while it was making it; nothing was kept under it then.
            if (!Files.exists(secret) || Files.size(secret) == 0) {
                Path folder = secret.toAbsolutePath().getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                write(secret);
            }
            return Files.readString(secret).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the secret of the database cannot be read or made: " + secret, e);
        }
    }

    private static void write(Path secret) throws IOException {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        boolean posix = secret.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.deleteIfExists(secret);
        Files.createFile(secret, ownerOnly);
        Files.writeString(
                secret, HexFormat.of().formatHex(random) + "\n", StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    }

    private static String derive(String ownerPassword) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("worker of " + ownerPassword).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return owner;
    }
}
