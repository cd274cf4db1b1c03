package io.clientele.registry.internal.transfer;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.ShortId;
import io.clientele.registry.internal.transfer.csv.EncodingGuess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The folder with the files that were uploaded, and with the lists of errors. */
final class ImportFiles {
    /** How much of a file is looked at to guess how it is written. */
    static final int SAMPLE = 1 << 16;

    private final Path folder;
    private final long maxBytes;

    ImportFiles(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /**
     * What came.
     *
     * @param lines at least as many as the file has rows
     * @param encoding the likeliest, judged by the first bytes that are not ASCII and those after them
     */
    record Upload(long bytes, long lines, Charset encoding) {}

    Path folder() throws IOException {
        return Files.createDirectories(folder);
    }

    Path source(long id) {
        return folder.resolve(ShortId.format(id) + ".csv");
    }

    Path errors(long id) {
        return folder.resolve(ShortId.format(id) + ".errors.csv");
    }

    void remove(long id) throws IOException {
        Files.deleteIfExists(source(id));
        Files.deleteIfExists(errors(id));
    }

    /** Writes what comes to disk. A file that is too large leaves nothing behind. */
    Upload receive(long id, InputStream body) throws IOException {
        folder();
        Path target = source(id);
        boolean complete = false;
        try (OutputStream file = Files.newOutputStream(target)) {
            Upload upload = copy(body, file);
            complete = true;
            return upload;
        } finally {
            if (!complete) {
                Files.deleteIfExists(target);
            }
        }
    }

    private Upload copy(InputStream body, OutputStream file) throws IOException {
        byte[] buffer = new byte[SAMPLE];
        ByteArrayOutputStream telling = new ByteArrayOutputStream();
        byte[] first = new byte[0];
        long bytes = 0;
        long lines = 1;
        for (int read = body.readNBytes(buffer, 0, SAMPLE); read > 0; read = body.readNBytes(buffer, 0, SAMPLE)) {
            file.write(buffer, 0, read);
            if (bytes == 0) {
                first = Arrays.copyOf(buffer, read);
            }
            bytes += read;
            if (bytes > maxBytes) {
                throw new InvalidInputException("body", "The file is larger than " + maxBytes + " bytes; split it");
            }
            int from = telling.size() > 0 ? 0 : firstTelling(buffer, read);
            telling.write(buffer, from, Math.min(read - from, SAMPLE - telling.size()));
            for (int i = 0; i < read; i++) {
                lines += buffer[i] == '\n' || buffer[i] == '\r' ? 1 : 0;
            }
        }
        boolean marked = first.length > 1 && (first[0] & 0x80) != 0;
        return new Upload(
                bytes, lines, EncodingGuess.of(telling.size() == 0 || marked ? first : telling.toByteArray()));
    }

    private static int firstTelling(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            if (buffer[i] <= 0) {
                // UTF-16 is told by the side on which its zeros stand, so it has to be looked at from an even place on.
                return i & ~1;
            }
        }
        return length;
    }

    /** The first bytes of a file. */
    byte[] head(long id) throws IOException {
        try (InputStream file = Files.newInputStream(source(id))) {
            return file.readNBytes(SAMPLE);
        }
    }
}
