package io.clientele.registry.internal.store;

import io.clientele.registry.ContactPoint.Postal;
import io.clientele.registry.Profile;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A profile that keeps the rules, and what the tables hold of it.
 *
 * @param nameKey the name in folded Latin letters
 * @param searchWords what full-text search finds it by
 * @param lists identifiers, contact points and tags as fields of the {@link CustomerDocument}
 * @param address the first postal contact point, or null
 */
public record CheckedProfile(
        Profile profile, String nameKey, String searchWords, String lists, Set<LookUp> keys, @Nullable Postal address) {
    public CheckedProfile {
        keys = Set.copyOf(keys);
    }

    /** What a customer is looked up by. */
    public record LookUp(LookUpKind kind, String term) {}

    /** The kinds of look-up. */
    public enum LookUpKind {
        EMAIL,
        PHONE,
        WEB,
        TAG;

        private final String code = name().toLowerCase(Locale.ROOT);

        /** The word for it in the table. */
        public String code() {
            return code;
        }
    }
}
