package io.clientele.segmentation.internal.grade;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scale as it stands.
 *
 * @param slot which column holds its bands
 * @param cuts the least values now, best first
 */
public record KeptScale(
        long id,
        long version,
        int slot,
        Scale scale,
        List<Double> cuts,
        @Nullable LocalDate cutOn,
        @Nullable Instant gradedAt,
        Status status) {
    public KeptScale {
        cuts = List.copyOf(cuts);
    }

    /** Whether customers are graded. */
    public enum Status {
        OK("ok"),
        /** There are too few to compare them with each other. */
        LOW_DATA("low-data"),
        /** The fact is away; the bands are those of before. */
        SUSPENDED("suspended");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        /** The word for it in answers. */
        public String code() {
            return code;
        }

        static Status of(String code) {
            for (Status each : values()) {
                if (each.code.equals(code)) {
                    return each;
                }
            }
            throw new IllegalArgumentException(code);
        }
    }

    /** The same, graded by these cuts. */
    KeptScale graded(List<Double> newCuts, LocalDate day, Instant at) {
        return new KeptScale(id, version, slot, scale, newCuts, day, at, Status.OK);
    }

    /** The same as it is told to those who do not see all customers: without cuts that follow from the values of others. */
    KeptScale withoutFoundCuts() {
        return scale.method() == Method.FIXED
                ? this
                : new KeptScale(id, version, slot, scale, List.of(), cutOn, gradedAt, status);
    }

    /** The same, not graded for want of customers. */
    KeptScale tooFew(Instant at) {
        return new KeptScale(id, version, slot, scale, cuts, cutOn, at, Status.LOW_DATA);
    }

    /** The same, in another state. */
    KeptScale in(Status other) {
        return new KeptScale(id, version, slot, scale, cuts, cutOn, gradedAt, other);
    }
}
