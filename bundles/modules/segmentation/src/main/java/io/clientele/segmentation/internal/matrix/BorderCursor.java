package io.clientele.segmentation.internal.matrix;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.ShortId;
import org.jspecify.annotations.Nullable;

/** Writes where a page of customers near borders ended, and reads it. It grants nothing: what the caller sees is asked anew on each page. */
final class BorderCursor {
    private static final int PARTS = 4;
    private static final int HEXADECIMAL = 16;

    /** No decimals deviate less, and nothing that is measured by it is too far to be counted. */
    private static final double LEAST_SPREAD = 1e-100;

    private BorderCursor() {}

    static String write(BorderTable.Last last) {
        return text(last.spread().x()) + "." + text(last.spread().y()) + "." + text(last.distance()) + "."
                + ShortId.format(last.customer());
    }

    private static String text(@Nullable Double number) {
        return number == null ? "" : Long.toHexString(Double.doubleToLongBits(number));
    }

    static BorderTable.Last read(String cursor) {
        String[] parts = cursor.split("\\.", -1);
        if (parts.length == PARTS) {
            long customer = ShortId.parse(parts[PARTS - 1]);
            Double distance = number(parts[2], 0);
            if (customer >= 0 && distance != null) {
                return new BorderTable.Last(
                        new BorderTable.Spread(number(parts[0], LEAST_SPREAD), number(parts[1], LEAST_SPREAD)),
                        distance,
                        customer);
            }
        }
        throw wrong();
    }

    private static @Nullable Double number(String text, double least) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            double number = Double.longBitsToDouble(Long.parseUnsignedLong(text, HEXADECIMAL));
            if (number >= least && Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // It is refused as a number that is out of bounds is.
        }
        throw wrong();
    }

    private static InvalidInputException wrong() {
        return new InvalidInputException("cursor", "This is no cursor of ours");
    }
}
