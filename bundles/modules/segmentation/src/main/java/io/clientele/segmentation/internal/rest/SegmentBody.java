package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.ShortId;
import io.clientele.segmentation.internal.store.Definition;
import io.clientele.segmentation.internal.store.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A segment as it is sent. */
public record SegmentBody(
        @Nullable String key,
        @Nullable String name,
        @Nullable String kind,
        @Nullable String filter,
        @Nullable Combination combine,
        @Nullable String purpose,
        @Nullable String owner,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    /** Other segments, by their keys: in all of these, in any of those, in none of the last. It is a filter that is easy to send. */
    public record Combination(@Nullable List<String> all, @Nullable List<String> any, @Nullable List<String> none) {
        public Combination {
            all = Given.list(all);
            any = Given.list(any);
            none = Given.list(none);
        }

        public String filter() {
            List<String> parts = new ArrayList<>();
            keys(all).forEach(key -> parts.add(fact(key) + "==true"));
            if (!keys(any).isEmpty()) {
                parts.add(
                        keys(any).stream().map(key -> fact(key) + "==true").collect(Collectors.joining(",", "(", ")")));
            }
            keys(none).forEach(key -> parts.add(fact(key) + "==false"));
            return String.join(";", parts);
        }

        private static List<String> keys(@Nullable List<String> keys) {
            return keys == null ? List.of() : keys;
        }

        private static String fact(String key) {
            return Definition.FACTS + key;
        }
    }

    Definition definition() {
        String code = kind == null ? Kind.RULE.code() : kind;
        Kind known = Kind.of(code).orElseThrow(() -> new InvalidInputException("/kind", "A kind is rule or list"));
        if (filter != null && combine != null) {
            throw new InvalidInputException("/combine", "Send a filter or a combination, not both");
        }
        return new Definition(
                key == null ? "" : key,
                name == null ? "" : name,
                known,
                combine == null ? filter : combine.filter(),
                purpose == null ? "" : purpose,
                ownerId(),
                new Definition.Validity(validFrom, validUntil));
    }

    private @Nullable Long ownerId() {
        if (owner == null) {
            return null;
        }
        long id = ShortId.parse(owner);
        if (id < 0) {
            throw new InvalidInputException("/owner", "An owner is named by the id of the user");
        }
        return id;
    }
}
