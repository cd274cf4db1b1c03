package io.clientele.segmentation.internal.plan;

import io.clientele.registry.Profile;
import io.clientele.segmentation.internal.Members.Found;
import io.clientele.segmentation.internal.plan.ContactPlan.Planned;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says how a member is approached.
 *
 * @param channels those that come into question, the best first
 */
record Planner(List<Channel> channels, ContentChoice contents, Instant now) {
    private static final String ZONE = "timeZone";
    private static final String CHANNEL = "preference.channel";
    private static final String HOUR = "preference.hour";
    private static final String CONTENT = "preference.content";

    /** The facts that it looks at, if they are there: beside consent what customers prefer. */
    static final List<String> FACTS = List.of(ZONE, CHANNEL, HOUR, CONTENT);

    /** Nothing if none of the channels is open, as somebody may have withdrawn since the list was made. */
    Optional<Planned> planned(Found member, Profile profile, Map<String, Object> facts) {
        List<Channel> open = channels.stream()
                .filter(channel -> Boolean.TRUE.equals(facts.get(channel.consent())))
                .filter(channel -> channel.reach() == null
                        || channel.contact(profile.contactPoints()).isPresent())
                .sorted(Comparator.comparing(channel -> !channel.code().equals(facts.get(CHANNEL))))
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Channel best = open.get(0);
        Integer hour = hour(facts.get(HOUR));
        ZoneId zone = zone(facts.get(ZONE));
        WorkingHours hours = WorkingHours.next(zone == null ? ZoneOffset.UTC : zone, now, hour);
        return Optional.of(new Planned(
                member.id(),
                member.name(),
                best.code(),
                best.contact(profile.contactPoints()).orElse(null),
                open.stream().map(Channel::code).toList(),
                hours.from(),
                hours.until(),
                zone == null ? "UTC" : zone.getId(),
                zone != null,
                hour != null || best.code().equals(facts.get(CHANNEL)),
                contents.of(best.code(), about(profile, facts)).orElse(null)));
    }

    /** What tells of a customer: the tags, and what the customer prefers to hear of. */
    private static List<String> about(Profile profile, Map<String, Object> facts) {
        List<String> about = new ArrayList<>(profile.tags());
        Object preferred = facts.get(CONTENT);
        (preferred instanceof Collection<?> several ? several.stream() : Optional.ofNullable(preferred).stream())
                .forEach(each -> about.add(each.toString()));
        return about;
    }

    private static @Nullable Integer hour(@Nullable Object value) {
        int hour = value instanceof BigDecimal number ? number.intValue() : -1;
        return hour >= 0 && hour < 24 ? hour : null;
    }

    private static @Nullable ZoneId zone(@Nullable Object value) {
        try {
            return value == null ? null : ZoneId.of(value.toString());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
