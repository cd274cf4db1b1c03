package io.clientele.rest.internal;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
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

    byte[] body() {
        return body.toByteArray();
    }

    /** The headers that make the answer what it is, one a line. */
    String headers() {
        List<String> lines = new ArrayList<>();
        for (String name : WORTH_KEEPING) {
            String value = getHeader(name);
            if (value != null) {
                lines.add(name + ": " + value);
            }
        }
        return String.join("\n", lines);
    }

    /** Sends what was held back. */
    void send() throws IOException {
        send((HttpServletResponse) getResponse(), status, body.toByteArray());
    }

    static void send(HttpServletResponse response, int status, byte[] body) throws IOException {
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
