package io.clientele.segmentation.internal.plan;

import io.clientele.facts.CustomerQuery;
import io.clientele.facts.FactValues;
import io.clientele.kernel.Page;
import io.clientele.registry.Customer;
import io.clientele.registry.CustomerRegistry;
import io.clientele.segmentation.internal.Members;
import io.clientele.segmentation.internal.Members.Found;
import io.clientele.segmentation.internal.Platform;
import io.clientele.segmentation.internal.Segments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who of a segment can be approached, when, by which channel and with what, as far as the caller sees them. Nothing of it is kept: what counts
 * is the consent at the moment of the question.
 */
@Component(service = ContactPlan.class)
public final class ContactPlan {
    private final Platform platform;
    private final Segments segments;
    private final FactValues values;
    private final CustomerRegistry registry;
    private final Contents contents;

    /**
     * A member, and how to approach it.
     *
     * @param said null if nothing suits
     */
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
            boolean preferred,
            @Nullable Said said) {
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

    @Activate
    public ContactPlan(
            @Reference Platform platform,
            @Reference Segments segments,
            @Reference FactValues values,
            @Reference CustomerRegistry registry,
            @Reference Contents contents) {
        this.platform = platform;
        this.segments = segments;
        this.values = values;
        this.registry = registry;
        this.contents = contents;
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
        Page<Customer> found = registry.list(query(members + ";" + open, page));
        Map<Long, Map<String, Object>> known =
                facts(found.items().stream().map(customer -> customer.id().value()), chosen);
        Planner planner = new Planner(chosen, new ContentChoice(contents.of(id).pieces()), platform.now());
        List<Planned> planned = found.items().stream()
                .flatMap(customer -> {
                    long member = customer.id().value();
                    Found named = new Found(member, customer.profile().name());
                    return planner.planned(named, customer.profile(), known.getOrDefault(member, Map.of())).stream();
                })
                .toList();
        return new Page<>(planned, found.next(), found.total());
    }

    private String members(long id) {
        return segments.get(id).definition().fact() + "==true";
    }

    private static CustomerQuery query(String filter, CustomerQuery page) {
        return new CustomerQuery(filter, page.sort(), page.limit(), page.cursor(), page.total());
    }

    private Map<Long, Map<String, Object>> facts(Stream<Long> members, List<Channel> channels) {
        List<String> there =
                platform.facts().all().stream().map(fact -> fact.name()).toList();
        List<String> wanted = new ArrayList<>(Planner.FACTS);
        channels.forEach(channel -> wanted.add(channel.consent()));
        wanted.retainAll(there);
        return values.of(members.toList(), wanted);
    }

    /** Members who cannot be approached by any of these channels. */
    public Page<LeftOut> leftOut(long id, @Nullable String channels, CustomerQuery page) {
        List<Channel> chosen = Channel.chosen(channels, platform.facts());
        StringBuilder filter = new StringBuilder(members(id));
        chosen.forEach(channel -> filter.append(';').append(channel.closed()));
        Page<Found> found = platform.customers().list(query(filter.toString(), page), Members.NAMED);
        Map<Long, Map<String, Object>> known = facts(found.items().stream().map(Found::id), chosen);
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
}
