package io.clientele.bench.load;

import java.nio.charset.StandardCharsets;

/** One answer. Its body belongs to the connection and changes with the next exchange. */
public final class Response {
    private final int status;
    private final String tag;
    private final byte[] buffer;
    private final int length;

    Response(int status, String tag, byte[] buffer, int length) {
        this.status = status;
        this.tag = tag;
        this.buffer = buffer;
        this.length = length;
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** The entity tag as sent, or empty. */
    public String tag() {
        return tag;
    }

    /** Bytes of the body. */
    public int length() {
        return length;
    }

    /** The body as text. */
    public String text() {
        return new String(buffer, 0, length, StandardCharsets.UTF_8);
    }
}
