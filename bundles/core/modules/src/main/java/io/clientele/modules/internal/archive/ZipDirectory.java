package io.clientele.modules.internal.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of an archive as its bytes say, strictly: each local header has the name of its directory entry, nothing lies before, between
 * the parts or behind, and nothing is encrypted or of the 64-bit form. Libraries differ in what they make of anything else.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_BYTES = 22;
    private static final int CENTRAL_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    private static final int ENCRYPTED = 1;
    private static final int UNIX = 3;
    private static final int KIND = 0170000;
    private static final int LINK = 0120000;

    private final RandomAccessFile file;
    private final Limits limits;
    private long nextLocal;

    private ZipDirectory(RandomAccessFile file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    /** One entry. */
    record Entry(String name, long packed, long unpacked) {}

    static List<Entry> read(Path path, Limits limits) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            return new ZipDirectory(file, limits).entries();
        }
    }

    private ByteBuffer bytes(long at, int length) throws IOException {
        if (at < 0 || at + length > file.length()) {
            throw Refusal.because("it is not a whole zip file");
        }
        byte[] bytes = new byte[length];
        file.seek(at);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private List<Entry> entries() throws IOException {
        long endAt = file.length() - END_BYTES;
        ByteBuffer end = bytes(endAt, END_BYTES);
        if (end.getInt(0) != END || end.getShort(20) != 0) {
            throw Refusal.because("it does not end as a zip file without a comment ends");
        }
        int count = Short.toUnsignedInt(end.getShort(10));
        long length = Integer.toUnsignedLong(end.getInt(12));
        long begin = Integer.toUnsignedLong(end.getInt(16));
        if (end.getInt(4) != 0 || count != Short.toUnsignedInt(end.getShort(8)) || begin + length != endAt) {
            throw Refusal.because("its directory is not whole");
        }
        if (count > limits.entries()) {
            throw Refusal.because("it has more than " + limits.entries() + " entries");
        }
        List<Entry> entries = new ArrayList<>(count);
        long at = begin;
        for (int i = 0; i < count; i++) {
            at = entry(at, entries);
        }
        if (at != endAt) {
            throw Refusal.because("its directory holds more than its entries");
        }
        return entries;
    }

    private long entry(long at, List<Entry> entries) throws IOException {
        ByteBuffer head = bytes(at, CENTRAL_BYTES);
        int method = head.getShort(10);
        if (head.getInt(0) != CENTRAL || (head.getShort(8) & ENCRYPTED) != 0 || (method != 0 && method != 8)) {
            throw Refusal.because("an entry is encrypted or packed in an unknown way");
        }
        int nameLength = Short.toUnsignedInt(head.getShort(28));
        int more = Short.toUnsignedInt(head.getShort(30)) + Short.toUnsignedInt(head.getShort(32));
        byte[] name = bytes(at + CENTRAL_BYTES, nameLength).array();
        long packed = Integer.toUnsignedLong(head.getInt(20));
        if (head.get(5) == UNIX && (head.getInt(38) >>> 16 & KIND) == LINK) {
            throw Refusal.because(text(name) + " is a symbolic link");
        }
        local(Integer.toUnsignedLong(head.getInt(42)), name, packed);
        entries.add(new Entry(text(name), packed, Integer.toUnsignedLong(head.getInt(24))));
        return at + CENTRAL_BYTES + nameLength + more;
    }

    /** Entries stand in the file in the order of the directory, so that none shares its bytes with another. */
    private void local(long at, byte[] name, long packed) throws IOException {
        ByteBuffer head = bytes(at, LOCAL_BYTES);
        int nameLength = Short.toUnsignedInt(head.getShort(26));
        boolean same = head.getInt(0) == LOCAL
                && nameLength == name.length
                && bytes(at + LOCAL_BYTES, nameLength).equals(ByteBuffer.wrap(name));
        if (!same || at < nextLocal || (nextLocal == 0 && at != 0)) {
            throw Refusal.because(text(name) + " does not lie where the directory says");
        }
        nextLocal = at + LOCAL_BYTES + nameLength + Short.toUnsignedInt(head.getShort(28)) + packed;
    }

    private static String text(byte[] name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.because("the name of an entry is not UTF-8");
        }
    }
}
