package io.clientele.segmentation.internal.matrix;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one customer stands in a matrix.
 *
 * @param place its cell, or null if it stands in none
 * @param missing the axes whose fact is not known of it, {@code x} and {@code y}
 * @param x what it has of the first axis; null if that is not known or a text
 * @param y what it has of the second axis, likewise
 * @param money what it adds to the money of its cell, if that is known
 * @param confidence how far its place can be relied on; null if no axis says what it rests on
 * @param border the border of its cell that is next to it, or null if there is none to measure
 */
public record Standing(
        long id,
        String name,
        @Nullable Place place,
        List<String> missing,
        @Nullable Double x,
        @Nullable Double y,
        @Nullable Double money,
        @Nullable Double confidence,
        @Nullable Border border) {
    public Standing {
        missing = List.copyOf(missing);
    }

    /**
     * The border of a cell that is next to a customer.
     *
     * @param distance how far it is, in standard deviations of its axis among all customers of the matrix whom the caller sees
     * @param beyond the cell behind it
     */
    public record Border(double distance, Place beyond) {}
}
