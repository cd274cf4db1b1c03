package io.clientele.registry.internal.transfer;

import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A number for each row of a file by a key of its own, kept outside the heap so that memory does not grow with the file. For one thread. */
final class SeenRows {
    private static final int MAX_SLOTS = 1 << 26;

    private final LongBuffer slots;
    private final int mask;
    private int used;

    /**
     * Makes room for the rows of a file.
     *
     * @param folder where the room is made; nothing of it stays
     * @param rows at least as many as keys will come
     */
    SeenRows(Path folder, long rows) throws IOException {
        long wanted = Long.highestOneBit(Math.max(16, rows + rows / 2)) << 1;
        int count = (int) Math.min(MAX_SLOTS, wanted);
        mask = count - 1;
        Path file = Files.createTempFile(folder, "rows", ".tmp");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            slots = channel.map(FileChannel.MapMode.READ_WRITE, 0, 16L * count).asLongBuffer();
        }
    }

    /** What {@link #put} was told last for this key, or 0. */
    long get(long key) {
        return slots.get(2 * slot(key) + 1);
    }

    /** Keeps {@code value}, which is not 0, for a key that is not 0; returns what was kept before, or 0. */
    long put(long key, long value) {
        int slot = slot(key);
        long before = slots.get(2 * slot + 1);
        if (before == 0) {
            if (++used > mask - mask / 10) {
                throw new TooManyRowsException();
            }
            slots.put(2 * slot, key);
        }
        slots.put(2 * slot + 1, value);
        return before;
    }

    /** Counts how often a key has come. */
    long count(long key) {
        long count = get(key) + 1;
        put(key, count);
        return count;
    }

    private int slot(long key) {
        int slot = (int) (key ^ key >>> 32) & mask;
        while (slots.get(2 * slot) != 0 && slots.get(2 * slot) != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** The file has more rows than one import can tell apart. */
    static final class TooManyRowsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyRowsException() {
            super("The file has more than 60 million rows; split it");
        }
    }
}
