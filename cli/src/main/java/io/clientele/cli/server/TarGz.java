package io.clientele.cli.server;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks a distribution without its top folder. Written here because a machine with a JDK may have no tar;
 * knows plain files and folders, long names of GNU and of POSIX, and refuses all else.
 */
final class TarGz implements AutoCloseable {
    private static final int BLOCK = 512;

    private final InputStream in;
    private final byte[] header = new byte[BLOCK];
    private String longName = "";

    private TarGz(InputStream in) {
        this.in = in;
    }

    static void unpack(Path archive, Path into) throws IOException {
        try (TarGz tar = new TarGz(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive), 1 << 16), 1 << 16))) {
            while (tar.entry(into)) {
                // Each call unpacks one entry.
            }
        }
    }

    private boolean entry(Path into) throws IOException {
        if (in.readNBytes(header, 0, BLOCK) < BLOCK || header[0] == 0) {
            return false;
        }
        long size = octal(124, 12);
        switch (header[156]) {
            case 'L' -> longName = text(content(size), 0, (int) size);
            case 'x' -> longName = pathIn(content(size));
            case 'g' -> content(size);
            case '5' -> {
                Files.createDirectories(place(into));
                longName = "";
            }
            case '0', 0 -> file(place(into), size);
            default -> throw new IOException("unexpected kind of entry in the distribution: " + (char) header[156]);
        }
        return true;
    }

    private void file(Path to, long size) throws IOException {
        Files.createDirectories(to.resolveSibling("."));
        try (OutputStream out = Files.newOutputStream(to)) {
            long left = size;
            byte[] buffer = new byte[1 << 16];
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException("the distribution ends within " + to.getFileName());
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        in.skipNBytes(padding(size));
        boolean executable = (octal(100, 8) & 0100) != 0;
        if (executable && Files.getFileStore(to).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        longName = "";
    }

    /** The entry's path below {@code into}: without the archive's top folder, and never outside. */
    private Path place(Path into) throws IOException {
        String name = longName;
        if (name.isEmpty()) {
            String prefix = text(header, 345, 155);
            String own = text(header, 0, 100);
            name = prefix.isEmpty() ? own : prefix + "/" + own;
        }
        String plain = name.startsWith("./") ? name.substring(2) : name;
        int top = plain.indexOf('/');
        Path to = into.resolve(top < 0 ? "" : plain.substring(top + 1)).normalize();
        if (plain.startsWith("/") || !to.startsWith(into)) {
            throw new IOException("the distribution holds a path outside its folder: " + name);
        }
        return to;
    }

    /** The {@code path} of a POSIX extended header: lines of {@code <length> <key>=<value>}. */
    private String pathIn(byte[] records) {
        for (String line : new String(records, StandardCharsets.UTF_8).split("\n", -1)) {
            int at = line.indexOf(" path=");
            if (at > 0) {
                return line.substring(at + " path=".length());
            }
        }
        return longName;
    }

    private byte[] content(long size) throws IOException {
        byte[] content = in.readNBytes((int) size);
        in.skipNBytes(padding(size));
        return content;
    }

    private static long padding(long size) {
        return (BLOCK - size % BLOCK) % BLOCK;
    }

    private long octal(int at, int length) {
        String digits = text(header, at, length).strip();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    private static String text(byte[] bytes, int at, int length) {
        int end = at;
        while (end < at + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, at, end - at, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
