package io.clientele.segmentation.internal.store;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says a segment is.
 *
 * @param key names its fact, {@code segment.key}; never changes
 * @param filter RSQL over facts; null for a list
 * @param owner the id of the user who answers for it, or null
 * @param validity the days on which it is kept current
 */
public record Definition(
        String key,
        String name,
        Kind kind,
        @Nullable String filter,
        String purpose,
        @Nullable Long owner,
        Validity validity) {
    /** What a key is like. */
    public static final String KEY_RULE =
            "A key has 1 to 40 letters of a to z, digits or _, and begins with a small letter";

    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9_]{0,39}");

    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /** The name of the fact that tells who is in. */
    public String fact() {
        return FACTS + key;
    }

    /** What the names of such facts begin with. */
    public static final String FACTS = "segment.";

    /**
     * The days on which a segment is kept current; on others it rests with the members it had.
     *
     * @param from the first, or null for always
     * @param until the last, or null for ever
     */
    public record Validity(@Nullable LocalDate from, @Nullable LocalDate until) {
        /** Always and for ever. */
        public static final Validity ALWAYS = new Validity(null, null);

        public boolean includes(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }
}
