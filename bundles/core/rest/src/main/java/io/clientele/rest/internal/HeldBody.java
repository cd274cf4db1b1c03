package io.clientele.rest.internal;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/** The body of an answer that is held back until it is whole, or too long for that: then it goes out as it comes. */
final class HeldBody extends ServletOutputStream {
    private static final int USUAL = 1 << 13;
    private static final int MOST = 1 << 20;
    private final ServletResponse response;
    private byte[] bytes = new byte[USUAL];
    private int size;
    private @Nullable ServletOutputStream out;

    HeldBody(ServletResponse response) {
        this.response = response;
    }

    /** Whether it was too long. */
    boolean isLetGo() {
        return out != null;
    }

    /** Tells this body from others: two checksums of 32 bits and the length. */
    String tag() {
        return '"' + sum(new CRC32C()) + '-' + sum(new CRC32()) + '-' + Integer.toHexString(size) + '"';
    }

    private String sum(Checksum checksum) {
        checksum.update(bytes, 0, size);
        return Long.toHexString(checksum.getValue());
    }

    void send() throws IOException {
        response.setContentLength(size);
        response.getOutputStream().write(bytes, 0, size);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] more, int offset, int length) throws IOException {
        if (out == null && length > MOST - size) {
            out = response.getOutputStream();
            out.write(bytes, 0, size);
        }
        if (out != null) {
            out.write(more, offset, length);
            return;
        }
        if (length > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(size + length, 2 * bytes.length));
        }
        System.arraycopy(more, offset, bytes, size, length);
        size += length;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setWriteListener(@Nullable WriteListener listener) {
        throw new IllegalStateException("the body is written by one thread");
    }
}
