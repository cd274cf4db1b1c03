package io.clientele.facts.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a condition compares a fact with. */
sealed interface Operand {
    /** A value: String, Long, BigDecimal with a fraction or beyond a long, Boolean, LocalDate, or OffsetDateTime in UTC to the microsecond. */
    record Exact(Object value) implements Operand {}

    /** Every text that begins like this. */
    record Prefix(String start) implements Operand {}

    /** A day that moves with today (in UTC). */
    record Day(Period fromToday) implements Operand {}

    /** A moment that moves with now. */
    record Moment(Period period, Duration duration) implements Operand {}

    /** Words to find by their beginnings, in the form of {@link io.clientele.facts.Words}. */
    record Beginnings(List<String> words) implements Operand {
        public Beginnings {
            words = List.copyOf(words);
        }
    }

    /** Whether its value moves with time. */
    default boolean isRelative() {
        return this instanceof Day || this instanceof Moment;
    }

    /** The value as of {@code now}; prefixes and words have none. */
    default Object at(Instant now) {
        if (this instanceof Exact exact) {
            return exact.value();
        }
        if (this instanceof Day day) {
            return LocalDate.ofInstant(now, ZoneOffset.UTC).plus(day.fromToday());
        }
        if (this instanceof Moment moment) {
            return now.atOffset(ZoneOffset.UTC)
                    .plus(moment.period())
                    .plus(moment.duration())
                    .truncatedTo(ChronoUnit.MICROS);
        }
        throw new IllegalStateException("no single value: " + this);
    }
}
