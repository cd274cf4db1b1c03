package io.clientele.registry.internal.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of which it is known how much has been read. */
final class CountedInput extends FilterInputStream {
    private long count;

    CountedInput(Path file) throws IOException {
        super(Files.newInputStream(file));
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count += read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count += Math.max(0, read);
        return read;
    }
}
