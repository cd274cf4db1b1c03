package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.ShortId;
import io.clientele.segmentation.internal.store.Definition;
import io.clientele.segmentation.internal.store.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
            List<String> parts = new ArrayList<>(conditions("all", all, "==true"));
            List<String> some = conditions("any", any, "==true");
            if (!some.isEmpty()) {
                parts.add("(" + String.join(",", some) + ")");
            }
            parts.addAll(conditions("none", none, "==false"));
            return String.join(";", parts);
        }

        private static List<String> conditions(String name, @Nullable List<String> keys, String condition) {
            List<String> conditions = new ArrayList<>();
            for (String key : keys == null ? List.<String>of() : keys) {
                // Else it could be more than a key, and end the condition that it is put into.
                if (!Definition.isKey(key)) {
                    throw new InvalidInputException("/combine/" + name + "/" + conditions.size(), Definition.KEY_RULE);
                }
                conditions.add(Definition.FACTS + key + condition);
            }
            return conditions;
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
