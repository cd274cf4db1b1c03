package io.clientele.modules.internal.archive;

/**
 * How large an archive may be.
 *
 * @param packed bytes of the file
 * @param unpacked bytes of all entries together
 * @param entries how many
 */
public record Limits(long packed, long unpacked, int entries) {
    /** 64 MiB, 256 MiB unpacked, 10,000 entries. */
    public static final Limits DEFAULT = new Limits(64L << 20, 256L << 20, 10_000);

    /** 8 MiB: an entry that is read as a whole, such as a class. */
    static final long READ = 8L << 20;

    private static final long RATIO_FROM = 1L << 20;
    private static final long RATIO = 100;

    /** Whether an entry grows so much that it can only be meant to fill a disk or a heap. */
    static boolean isBomb(long packed, long unpacked) {
        return unpacked > RATIO_FROM && unpacked / RATIO > packed;
    }
}
