package io.clientele.cli.demo;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/** A section as bytes, made while they are read: no more than the lines of a few customers are ever held. */
final class CsvStream extends InputStream {
    private static final int ENOUGH = 16 * 1024;

    private final Section section;
    private final long customers;
    private final LongConsumer reached;
    private final StringBuilder lines = new StringBuilder(2 * ENOUGH);
    private byte[] ready;
    private int position;
    private long next;

    /** @param reached is told now and then how many customers have been written */
    CsvStream(Section section, long customers, LongConsumer reached) {
        this.section = section;
        this.customers = customers;
        this.reached = reached;
        this.ready = (section.header() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
        return fill() ? ready[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int copied = Math.min(length, ready.length - position);
        System.arraycopy(ready, position, into, offset, copied);
        position += copied;
        return copied;
    }

    private boolean fill() {
        while (position == ready.length) {
            if (next == customers) {
                return false;
            }
            lines.setLength(0);
            while (next < customers && lines.length() < ENOUGH) {
                section.append(next++, lines);
            }
            ready = lines.toString().getBytes(StandardCharsets.UTF_8);
            position = 0;
            reached.accept(next);
        }
        return true;
    }
}
