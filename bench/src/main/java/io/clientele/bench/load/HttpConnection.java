package io.clientele.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection to a local port that sends prepared bytes and reads one answer at a time. Small on purpose: on a
 * machine of few cores a heavier client would take the time of what it measures. Used by one thread.
 */
public final class HttpConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int limit;
    private byte[] body = new byte[64 * 1024];

    /** Connects to {@code port} on the loopback interface. */
    public HttpConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = socket.getInputStream();
    }

    /** Sends one request and waits for its whole answer. */
    public Response exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().substring(9, 12));
        String tag = "";
        long length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" ->
                    length = Long.parseLong(header.substring(colon + 1).trim());
                case "transfer-encoding" -> chunked = true;
                case "etag" -> tag = header.substring(colon + 1).trim();
                default -> {}
            }
        }
        int size = chunked ? chunks() : read(0, Math.toIntExact(length));
        return new Response(status, tag, body, size);
    }

    private int chunks() throws IOException {
        int size = 0;
        while (true) {
            String header = line();
            int semicolon = header.indexOf(';');
            int next = Integer.parseInt((semicolon < 0 ? header : header.substring(0, semicolon)).trim(), 16);
            if (next == 0) {
                skipTrailers();
                return size;
            }
            size = read(size, next);
            line();
        }
    }

    private void skipTrailers() throws IOException {
        String trailer = line();
        while (!trailer.isEmpty()) {
            trailer = line();
        }
    }

    private int read(int offset, int count) throws IOException {
        if (body.length < offset + count) {
            body = Arrays.copyOf(body, Math.max(offset + count, body.length * 2));
        }
        int done = 0;
        while (done < count) {
            fill();
            int part = Math.min(count - done, limit - position);
            System.arraycopy(buffer, position, body, offset + done, part);
            position += part;
            done += part;
        }
        return offset + count;
    }

    private String line() throws IOException {
        StringBuilder longLine = null;
        while (true) {
            fill();
            for (int i = position; i < limit; i++) {
                if (buffer[i] == '\n') {
                    String part = new String(buffer, position, i - position, StandardCharsets.ISO_8859_1);
                    position = i + 1;
                    return (longLine == null ? part : longLine + part).strip();
                }
            }
            longLine = longLine == null ? new StringBuilder() : longLine;
            longLine.append(new String(buffer, position, limit - position, StandardCharsets.ISO_8859_1));
            position = limit;
        }
    }

    private void fill() throws IOException {
        if (position < limit) {
            return;
        }
        int count = in.read(buffer);
        if (count < 0) {
            throw new EOFException("the server closed the connection");
        }
        position = 0;
        limit = count;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
