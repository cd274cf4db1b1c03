package io.clientele.cli.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The end of a log, and what is added to it. */
final class Tail {
    private static final int MOST = 256 * 1024;

    private final Path log;
    private long position;

    Tail(Path log) {
        this.log = log;
    }

    /** The last lines, read from the end: a log may be large. */
    String last(int lines) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            long from = Math.max(0, channel.size() - MOST);
            String text = read(channel, from, (int) (channel.size() - from));
            int start = text.length() - (text.endsWith("\n") ? 1 : 0);
            for (int line = 0; line < lines && start >= 0; line++) {
                start = text.lastIndexOf('\n', start - 1);
            }
            return text.substring(Math.max(0, start + 1));
        }
    }

    /** Copies what was added since the last call; starts again when the log was rolled over. */
    void copyNew(OutputStream out) throws IOException {
        if (!Files.exists(log)) {
            return;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            if (channel.size() < position) {
                position = 0;
            }
            while (channel.size() > position) {
                int length = (int) Math.min(MOST, channel.size() - position);
                out.write(bytes(channel, position, length));
            }
        }
        out.flush();
    }

    private String read(SeekableByteChannel channel, long from, int length) throws IOException {
        return new String(bytes(channel, from, length), StandardCharsets.UTF_8);
    }

    private byte[] bytes(SeekableByteChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        channel.position(from);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // read() may return less than asked for.
        }
        position = from + buffer.position();
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
