package io.clientele.modules.internal.leak;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a heap dump of a 64-bit HotSpot machine (HPROF 1.0.2) from end to end, as often as it is asked to, and keeps nothing of it. */
final class HeapReader {
    private static final int ID = 8;
    private static final int REFERENCE = 2;

    /** How many bytes a value takes, by the number of its type. */
    private static final int[] BYTES = {0, 0, ID, 0, 1, 2, 4, 8, 1, 2, 4, 8};

    private final ByteBuffer file;
    private final int begin;

    private HeapReader(ByteBuffer file, int begin) {
        this.file = file;
        this.begin = begin;
    }

    /** What is met on the way. */
    interface Visitor {
        default void text(long id, int position, int length) {}

        default void typeName(long type, long text) {}

        default void type(HeapType type) {}

        /** Something that is alive by itself. */
        default void root(long object) {}

        /** Something that is alive because a thread, by its number in the dump, works with it. */
        default void inFrame(long object, int thread) {}

        default void thread(long object, int number) {}

        default void instance(long object, long type, int position) {}

        /** An array of {@code count} references. */
        default void array(long object, long type, int position, int count) {}
    }

    static HeapReader open(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new IOException("the heap is too large to be searched");
            }
            ByteBuffer file = channel.map(MapMode.READ_ONLY, 0, channel.size());
            while (file.get() != 0) {
                // The name of the format ends with a zero.
            }
            if (file.getInt() != ID) {
                throw new IOException("not the heap of a 64-bit machine");
            }
            return new HeapReader(file, file.position() + Long.BYTES);
        }
    }

    long number(int position) {
        return file.getLong(position);
    }

    String text(int position, int length) {
        byte[] bytes = new byte[length];
        file.get(position, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    void read(Visitor visitor) {
        file.position(begin);
        while (file.hasRemaining()) {
            int tag = file.get();
            file.getInt();
            int length = file.getInt();
            int end = file.position() + length;
            switch (tag) {
                case 0x01 -> visitor.text(file.getLong(), file.position(), length - ID);
                case 0x02 -> {
                    file.getInt();
                    long type = file.getLong();
                    file.getInt();
                    visitor.typeName(type, file.getLong());
                }
                case 0x0C, 0x1C -> objects(end, visitor);
                default -> {
                    // Frames, traces and totals tell nothing about references.
                }
            }
            file.position(end);
        }
    }

    private void objects(int end, Visitor visitor) {
        while (file.position() < end) {
            int tag = file.get() & 0xFF;
            switch (tag) {
                case 0x20 -> type(visitor);
                case 0x21 -> instance(visitor);
                case 0x22 -> array(visitor);
                case 0x23 -> primitives();
                default -> root(tag, visitor);
            }
        }
    }

    private void root(int tag, Visitor visitor) {
        long object = file.getLong();
        switch (tag) {
            case 0xFF, 0x05, 0x07 -> visitor.root(object);
            case 0x01 -> {
                visitor.root(object);
                file.getLong();
            }
            case 0x02, 0x03 -> {
                visitor.inFrame(object, file.getInt());
                file.getInt();
            }
            case 0x04, 0x06 -> visitor.inFrame(object, file.getInt());
            case 0x08 -> {
                visitor.thread(object, file.getInt());
                file.getInt();
            }
            default -> throw new IllegalStateException("unknown record " + tag + " in the heap dump");
        }
    }

    private void type(Visitor visitor) {
        long id = file.getLong();
        file.getInt();
        long parent = file.getLong();
        long loader = file.getLong();
        // Signers, protection domain, two reserved ids, and the size of an instance.
        skip(4 * ID + Integer.BYTES);
        for (int left = file.getShort() & 0xFFFF; left > 0; left--) {
            file.getShort();
            skip(BYTES[file.get()]);
        }
        visitor.type(new HeapType(id, parent, loader, statics(), fields()));
    }

    private List<HeapType.Static> statics() {
        List<HeapType.Static> statics = new ArrayList<>();
        for (int left = file.getShort() & 0xFFFF; left > 0; left--) {
            long name = file.getLong();
            int kind = file.get();
            if (kind == REFERENCE) {
                statics.add(new HeapType.Static(name, file.getLong()));
            } else {
                skip(BYTES[kind]);
            }
        }
        return statics;
    }

    private List<HeapType.Field> fields() {
        List<HeapType.Field> fields = new ArrayList<>();
        for (int left = file.getShort() & 0xFFFF; left > 0; left--) {
            long name = file.getLong();
            int kind = file.get();
            fields.add(new HeapType.Field(name, BYTES[kind], kind == REFERENCE));
        }
        return fields;
    }

    private void instance(Visitor visitor) {
        long object = file.getLong();
        file.getInt();
        long type = file.getLong();
        int length = file.getInt();
        int position = file.position();
        visitor.instance(object, type, position);
        file.position(position + length);
    }

    private void array(Visitor visitor) {
        long object = file.getLong();
        file.getInt();
        int count = file.getInt();
        long type = file.getLong();
        int position = file.position();
        visitor.array(object, type, position, count);
        file.position(position + count * ID);
    }

    private void primitives() {
        skip(ID + Integer.BYTES);
        int count = file.getInt();
        skip(count * BYTES[file.get()]);
    }

    private void skip(int bytes) {
        file.position(file.position() + bytes);
    }
}
