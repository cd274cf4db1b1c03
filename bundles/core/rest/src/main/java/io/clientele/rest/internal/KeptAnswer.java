package io.clientele.rest.internal;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer that is held back until its transaction is over. Its headers go to the real answer at once; its body and status wait. */
final class KeptAnswer extends HttpServletResponseWrapper {
    private static final List<String> WORTH_KEEPING = List.of("Content-Type", "Location", "ETag");

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = 200;

    KeptAnswer(HttpServletResponse response) {
        super(response);
    }

    /** The headers that make the answer what it is, a line each, an empty line, and the body. */
    byte[] kept() {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        for (String name : WORTH_KEEPING) {
            String value = getHeader(name);
            if (value != null) {
                kept.writeBytes((name + ": " + value + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        kept.write('\n');
        kept.writeBytes(body.toByteArray());
        return kept.toByteArray();
    }

    /** Sends what was held back. */
    void send() throws IOException {
        send((HttpServletResponse) getResponse(), status, body.toByteArray());
    }

    /** Sends again what was {@link #kept}. */
    static void send(HttpServletResponse response, int status, ByteArrayInputStream kept) throws IOException {
        for (String line = line(kept); !line.isEmpty(); line = line(kept)) {
            int colon = line.indexOf(": ");
            response.setHeader(line.substring(0, colon), line.substring(colon + 2));
        }
        send(response, status, kept.readAllBytes());
    }

    private static String line(ByteArrayInputStream kept) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = kept.read(); b >= 0 && b != '\n'; b = kept.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static void send(HttpServletResponse response, int status, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    @Override
    public void setStatus(int value) {
        status = value;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setContentLength(int length) {
        // Known when it is sent.
    }

    @Override
    public void setContentLengthLong(long length) {
        // Known when it is sent.
    }

    @Override
    public void flushBuffer() {
        // It waits for the transaction.
    }

    @Override
    public void resetBuffer() {
        body.reset();
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                body.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                body.write(bytes, offset, length);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(@Nullable WriteListener listener) {
                throw new IllegalStateException("the answer is held back");
            }
        };
    }
}
