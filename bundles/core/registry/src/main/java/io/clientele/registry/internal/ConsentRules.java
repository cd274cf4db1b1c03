package io.clientele.registry.internal;

import io.clientele.registry.NewConsent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** What may be recorded of what a customer said about being approached. */
final class ConsentRules {
    private static final int MAX_SOURCE = 100;
    private static final int MAX_EVIDENCE = 1_000;
    private static final Pattern PURPOSE = Pattern.compile("[a-z][a-z0-9-]{0,29}");

    private ConsentRules() {}

    /** The consent in its one form; unusable, and every fault recorded, if it breaks a rule. */
    static NewConsent check(NewConsent raw, Instant now, Faults faults) {
        if (!PURPOSE.matcher(raw.purpose()).matches()) {
            faults.add("/purpose", "is a word of up to 30 small letters, digits and hyphens, such as marketing");
        }
        Instant decidedAt = raw.decidedAt().truncatedTo(ChronoUnit.MICROS);
        InteractionRules.checkPast(decidedAt, now, "/decidedAt", faults);
        String source = faults.required(TextRules.line(raw.source(), "/source", MAX_SOURCE, faults), "/source");
        return new NewConsent(
                raw.channel(),
                raw.purpose(),
                raw.decision(),
                decidedAt,
                source == null ? "?" : source,
                TextRules.line(raw.evidence(), "/evidence", MAX_EVIDENCE, faults));
    }
}
