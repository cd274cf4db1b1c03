package io.clientele.facts.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads days and moments, absolute or as an ISO-8601 duration from now; a year has four digits. */
final class Times {
    private static final int LONGEST = 40;
    /** Where durations are tried out: whatever stays between the years here does so from any present day. */
    private static final Instant SOME_DAY = Instant.parse("2000-01-01T00:00:00Z");

    private final String text;

    Times(String text) {
        this.text = text;
    }

    Optional<Operand> day() {
        return tried(() -> isRelative() ? relativeDay() : new Operand.Exact(LocalDate.parse(text)));
    }

    Optional<Operand> moment() {
        return tried(() -> isRelative() ? relativeMoment() : new Operand.Exact(absoluteMoment()));
    }

    private Optional<Operand> tried(Supplier<Operand> reading) {
        if (text.length() > LONGEST || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Operand operand = reading.get();
            Object value = operand.at(SOME_DAY);
            int year = value instanceof LocalDate day ? day.getYear() : ((OffsetDateTime) value).getYear();
            boolean relative = !(operand instanceof Operand.Exact);
            return year >= (relative ? 100 : 1) && year <= (relative ? 9_000 : 9_999)
                    ? Optional.of(operand)
                    : Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private OffsetDateTime absoluteMoment() {
        OffsetDateTime moment = text.length() == 10
                ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                : OffsetDateTime.parse(text);
        // Both databases keep microseconds; one would round and the other would not.
        return moment.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    private boolean isRelative() {
        return text.charAt(signs()) == 'P';
    }

    private int signs() {
        return text.length() > 1 && text.charAt(0) == '-' ? 1 : 0;
    }

    private Operand relativeDay() {
        return new Operand.Day(Period.parse(text));
    }

    private Operand relativeMoment() {
        int clock = text.indexOf('T');
        if (clock < 0) {
            return new Operand.Moment(Period.parse(text), Duration.ZERO);
        }
        String sign = text.substring(0, signs());
        boolean noPeriod = clock == signs() + 1;
        Period period = noPeriod ? Period.ZERO : Period.parse(text.substring(0, clock));
        return new Operand.Moment(period, Duration.parse(sign + "P" + text.substring(clock)));
    }
}
