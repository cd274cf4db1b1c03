package io.clientele.segmentation.internal.plan;

import io.clientele.facts.CustomerQuery;
import io.clientele.facts.FactValues;
import io.clientele.kernel.Page;
import io.clientele.registry.ContactPoint;
import io.clientele.registry.CustomerId;
import io.clientele.registry.CustomerRegistry;
import io.clientele.segmentation.internal.Members;
import io.clientele.segmentation.internal.Members.Found;
import io.clientele.segmentation.internal.Platform;
import io.clientele.segmentation.internal.Segments;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who of a segment can be approached, when and by which channel, as far as the caller sees them. Nothing of it is kept: what counts is the consent
 * at the moment of the question.
 */
@Component(service = ContactPlan.class)
public final class ContactPlan {
    private static final String ZONE = "timeZone";
    private static final String CHANNEL = "preference.channel";
    private static final String HOUR = "preference.hour";

    private final Platform platform;
    private final Segments segments;
    private final FactValues values;
    private final CustomerRegistry registry;

    /** A member, and how to approach it. */
    public record Planned(
            long customer,
            String name,
            String channel,
            @Nullable String contact,
            List<String> channels,
            Instant from,
            Instant until,
            String timeZone,
            boolean timeZoneKnown,
            boolean preferred) {
        public Planned {
            channels = List.copyOf(channels);
        }
    }

    /** A member who must not or cannot be approached, and for each channel why. */
    public record LeftOut(long customer, String name, List<Closed> reasons) {
        public LeftOut {
            reasons = List.copyOf(reasons);
        }
    }

    /** Why a channel is closed: {@code withdrawn}, {@code unknown} or {@code no-contact}. */
    public record Closed(String channel, String reason) {}

    /** How many of a segment can be approached. */
    public record Reach(long members, long reachable, double share, List<ByChannel> channels) {
        public Reach {
            channels = List.copyOf(channels);
        }
    }

    /** The same for one channel; who is reachable consented and has a way to be reached. */
    public record ByChannel(
            String channel, long consented, long withdrawn, long unknown, long reachable, double share) {}

    @Activate
    public ContactPlan(
            @Reference Platform platform,
            @Reference Segments segments,
            @Reference FactValues values,
            @Reference CustomerRegistry registry) {
        this.platform = platform;
        this.segments = segments;
        this.values = values;
        this.registry = registry;
    }

    /**
     * Members who can be approached by one of these channels.
     *
     * @param channels their codes between commas, the best first; null for all
     */
    public Page<Planned> plan(long id, @Nullable String channels, CustomerQuery page) {
        List<Channel> chosen = Channel.chosen(channels, platform.facts());
        String members = members(id);
        if (chosen.isEmpty()) {
            return new Page<>(List.of(), null, null);
        }
        String open = chosen.stream().map(Channel::open).collect(Collectors.joining(",", "(", ")"));
        Page<Found> found = found(members + ";" + open, page);
        Map<Long, Map<String, Object>> known = facts(found.items(), chosen);
        Instant now = platform.now();
        List<Planned> planned = new ArrayList<>();
        for (Found member : found.items()) {
            planned(member, chosen, known.getOrDefault(member.id(), Map.of()), now)
                    .ifPresent(planned::add);
        }
        return new Page<>(planned, found.next(), found.total());
    }

    private String members(long id) {
        return segments.get(id).definition().fact() + "==true";
    }

    private Page<Found> found(String filter, CustomerQuery page) {
        return platform.customers()
                .list(new CustomerQuery(filter, page.sort(), page.limit(), page.cursor(), page.total()), Members.NAMED);
    }

    private Map<Long, Map<String, Object>> facts(List<Found> members, List<Channel> channels) {
        List<String> there =
                platform.facts().all().stream().map(fact -> fact.name()).toList();
        List<String> wanted = new ArrayList<>(List.of(ZONE, CHANNEL, HOUR));
        channels.forEach(channel -> wanted.add(channel.consent()));
        wanted.retainAll(there);
        return values.of(members.stream().map(Found::id).toList(), wanted);
    }

    private Optional<Planned> planned(Found member, List<Channel> chosen, Map<String, Object> facts, Instant now) {
        List<ContactPoint> points = registry.find(new CustomerId(member.id()))
                .map(customer -> customer.profile().contactPoints())
                .orElse(List.of());
        List<Channel> open = chosen.stream()
                .filter(channel -> Boolean.TRUE.equals(facts.get(channel.consent())))
                .filter(channel ->
                        channel.reach() == null || channel.contact(points).isPresent())
                .sorted(Comparator.comparing(channel -> !channel.code().equals(facts.get(CHANNEL))))
                .toList();
        // Somebody may have withdrawn between the list and this look.
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
                best.contact(points).orElse(null),
                open.stream().map(Channel::code).toList(),
                hours.from(),
                hours.until(),
                zone == null ? "UTC" : zone.getId(),
                zone != null,
                hour != null || best.code().equals(facts.get(CHANNEL))));
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

    /** Members who cannot be approached by any of these channels. */
    public Page<LeftOut> leftOut(long id, @Nullable String channels, CustomerQuery page) {
        List<Channel> chosen = Channel.chosen(channels, platform.facts());
        StringBuilder filter = new StringBuilder(members(id));
        chosen.forEach(channel -> filter.append(';').append(channel.closed()));
        Page<Found> found = found(filter.toString(), page);
        Map<Long, Map<String, Object>> known = facts(found.items(), chosen);
        List<LeftOut> out = found.items().stream()
                .map(member -> new LeftOut(
                        member.id(), member.name(), reasons(chosen, known.getOrDefault(member.id(), Map.of()))))
                .toList();
        return new Page<>(out, found.next(), found.total());
    }

    private static List<Closed> reasons(List<Channel> channels, Map<String, Object> facts) {
        return channels.stream()
                .map(channel -> new Closed(channel.code(), reason(facts.get(channel.consent()))))
                .toList();
    }

    private static String reason(@Nullable Object consent) {
        if (consent == null) {
            return "unknown";
        }
        return Boolean.TRUE.equals(consent) ? "no-contact" : "withdrawn";
    }

    /** How many members can be approached. */
    public Reach reach(long id) {
        String members = members(id);
        List<Channel> channels = Channel.all(platform.facts());
        long all = count(members);
        List<ByChannel> by = channels.stream()
                .map(channel -> byChannel(members, channel, all))
                .toList();
        String open = channels.stream().map(Channel::open).collect(Collectors.joining(",", "(", ")"));
        long reachable = channels.isEmpty() ? 0 : count(members + ";" + open);
        return new Reach(all, reachable, share(reachable, all), by);
    }

    private ByChannel byChannel(String members, Channel channel, long all) {
        long consented = count(members + ";" + channel.consent() + "==true");
        long withdrawn = count(members + ";" + channel.consent() + "==false");
        long reachable = count(members + ";" + channel.open());
        return new ByChannel(
                channel.code(), consented, withdrawn, all - consented - withdrawn, reachable, share(reachable, all));
    }

    private long count(String filter) {
        return platform.customers().count(filter);
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : (double) part / all;
    }
}
