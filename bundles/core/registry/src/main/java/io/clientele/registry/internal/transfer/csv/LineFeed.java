package io.clientele.registry.internal.transfer.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Hands out a text no further than to the next line end, however much is asked for, so that whoever gives up in a line can go on with the next
 * one. A line ends with LF, CR or both. For one thread.
 */
final class LineFeed extends FilterReader {
    private final char[] buffer = new char[1 << 13];
    private int begin;
    private int at;
    private int end;
    private long line;
    private char last = '\n';

    LineFeed(Reader text) {
        super(text);
    }

    /** The line that was handed out last, wholly or in part, from 1 on; 0 before the first. */
    long line() {
        return line;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == end && !fill()) {
            return -1;
        }
        if (last == '\n' || (last == '\r' && buffer[at] != '\n')) {
            line++;
            begin = at;
        }
        int from = at;
        int stop = Math.min(end, from + length);
        do {
            last = buffer[at++];
        } while (at < stop && last != '\n' && last != '\r');
        System.arraycopy(buffer, from, target, offset, at - from);
        return at - from;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) == -1 ? -1 : one[0];
    }

    /** Passes over what is left of a line; returns the line, or as much of it as is still held. */
    String giveUpLine() throws IOException {
        StringBuilder text = new StringBuilder().append(buffer, begin, at - begin);
        while (last != '\n' && last != '\r' && (at < end || fill())) {
            last = buffer[at++];
            if (text.length() < buffer.length) {
                text.append(last);
            }
        }
        if (last == '\r' && (at < end || fill()) && buffer[at] == '\n') {
            last = buffer[at++];
        }
        return text.toString().stripTrailing();
    }

    private boolean fill() throws IOException {
        begin = 0;
        at = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }
}
