package io.clientele.registry.internal;

import io.clientele.registry.NewInteraction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What an entry of a timeline may be. */
public final class InteractionRules {
    private static final int MAX_PEOPLE = 50;
    private static final int MAX_PERSON = 100;
    private static final int MAX_TEXT = 20_000;

    /** Clocks differ; what lies further ahead has not happened. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");

    private InteractionRules() {}

    /** The interaction in its one form; unusable, and every fault recorded, if it breaks a rule. */
    public static NewInteraction check(NewInteraction raw, Instant now, Faults faults) {
        Instant occurredAt = raw.occurredAt().truncatedTo(ChronoUnit.MICROS);
        checkPast(occurredAt, now, "/occurredAt", faults);
        return new NewInteraction(
                raw.kind(),
                raw.direction(),
                TextRules.line(raw.channel(), "/channel", 50, faults),
                occurredAt,
                people(raw.people(), faults),
                TextRules.line(raw.outcome(), "/outcome", 500, faults),
                TextRules.block(raw.text(), "/text", MAX_TEXT, faults));
    }

    /** Records a fault unless {@code moment} is one at which something may have happened. */
    static void checkPast(Instant moment, Instant now, String pointer, Faults faults) {
        if (moment.isAfter(now.plus(TOLERANCE))) {
            faults.add(pointer, "lies in the future");
        }
        if (moment.isBefore(EARLIEST)) {
            faults.add(pointer, "lies before 1800");
        }
    }

    private static List<String> people(List<String> raw, Faults faults) {
        if (raw.size() > MAX_PEOPLE) {
            faults.add("/people", "holds more than " + MAX_PEOPLE);
            return List.of();
        }
        List<String> clean = new ArrayList<>(raw.size());
        for (int i = 0; i < raw.size(); i++) {
            faults.in("/people", i);
            String person = TextRules.line(raw.get(i), "", MAX_PERSON, faults);
            if (person != null) {
                clean.add(person);
            }
        }
        faults.out();
        return clean;
    }
}
