package io.clientele.registry.internal.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A number for each row of a file by a key of its own, kept outside the heap so that memory does not grow with the file. For one thread. */
final class SeenRows {
    private static final int MAX_SLOTS = 1 << 26;

    private final Path folder;
    private LongBuffer slots;
    private int mask;
    private int used;

    /**
     * Makes room for the rows of a file.
     *
     * @param folder where the room is made; nothing of it stays
     * @param rows how many keys are likely to come; for more, the room grows
     */
    SeenRows(Path folder, long rows) throws IOException {
        this.folder = folder;
        long wanted = Long.highestOneBit(Math.max(16, rows + rows / 2)) << 1;
        int count = (int) Math.min(MAX_SLOTS, wanted);
        mask = count - 1;
        slots = room(count);
    }

    private LongBuffer room(int count) throws IOException {
        Path file = Files.createTempFile(folder, "rows", ".tmp");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, 16L * count).asLongBuffer();
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
            if (used >= mask - mask / 10) {
                grow();
                slot = slot(key);
            }
            used++;
            slots.put(2 * slot, key);
        }
        slots.put(2 * slot + 1, value);
        return before;
    }

    private void grow() {
        int count = 2 * (mask + 1);
        if (count > MAX_SLOTS) {
            throw new TooManyRowsException();
        }
        LongBuffer old = slots;
        try {
            slots = room(count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mask = count - 1;
        for (int i = 0; i < old.limit(); i += 2) {
            if (old.get(i) != 0) {
                int slot = slot(old.get(i));
                slots.put(2 * slot, old.get(i)).put(2 * slot + 1, old.get(i + 1));
            }
        }
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
