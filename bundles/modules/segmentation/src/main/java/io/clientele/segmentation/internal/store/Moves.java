package io.clientele.segmentation.internal.store;

/** How many customers came into a segment and how many left it. */
public record Moves(long entered, long left) {
    /** Nobody moved. */
    public static final Moves NONE = new Moves(0, 0);

    public long total() {
        return entered + left;
    }

    /** By how much the segment grew. */
    public long growth() {
        return entered - left;
    }
}
