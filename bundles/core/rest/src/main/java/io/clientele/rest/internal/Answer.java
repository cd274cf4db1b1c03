package io.clientele.rest.internal;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An answer that the resource framework writes, unless it turned into a stream: then what it still says is dropped. */
final class Answer extends HttpServletResponseWrapper {
    private final Call call;

    Answer(Call call) {
        super(call.response);
        this.call = call;
    }

    @Override
    public void setStatus(int status) {
        if (call.stream == null) {
            super.setStatus(status);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (call.stream == null) {
            super.flushBuffer();
        }
    }

    @Override
    public void setContentLength(int length) {
        if (call.stream == null) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (call.stream == null) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public void setHeader(String name, String value) {
        if (call.stream == null) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (call.stream == null) {
            super.addHeader(name, value);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return call.stream == null ? super.getOutputStream() : new Nowhere();
    }

    private static final class Nowhere extends ServletOutputStream {
        @Override
        public void write(int b) {
            // Nobody reads it.
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(@Nullable WriteListener listener) {
            throw new IllegalStateException("nothing is written here");
        }
    }
}
