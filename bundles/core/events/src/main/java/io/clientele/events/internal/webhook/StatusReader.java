package io.clientele.events.internal.webhook;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the status of an answer; the rest is let pass by, and not more than 64 KiB of all. */
final class StatusReader {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");
    private static final int MOST = 65_536;
    private static final int FINAL = 200;
    private static final int REST_MILLIS = 1_000;
    private final Socket socket;
    private final InputStream in;
    private int read;

    StatusReader(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** The status, skipping those that only announce one. */
    int read() throws IOException {
        int status = status(line());
        while (status < FINAL) {
            String header = line();
            while (!header.isEmpty()) {
                header = line();
            }
            status = status(line());
        }
        letRestPass();
        return status;
    }

    private static int status(String line) throws IOException {
        Matcher status = STATUS.matcher(line);
        if (!status.matches()) {
            throw new ProtocolException("This is no answer in HTTP/1.1");
        }
        return Integer.parseInt(status.group(1));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = next(); b != '\n'; b = next()) {
            line.append((char) b);
        }
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }

    private int next() throws IOException {
        int b = ++read > MOST ? -1 : in.read();
        if (b < 0) {
            throw new EOFException("The answer ends too soon or is too long");
        }
        return b;
    }

    /** So that a receiver can end its answer before the connection closes; what becomes of it does not matter. */
    private void letRestPass() {
        try {
            socket.setSoTimeout(REST_MILLIS);
            byte[] some = new byte[4_096];
            int more = in.read(some);
            while (more >= 0 && read + more < MOST) {
                read += more;
                more = in.read(some);
            }
        } catch (IOException e) {
            read = MOST;
        }
    }
}
