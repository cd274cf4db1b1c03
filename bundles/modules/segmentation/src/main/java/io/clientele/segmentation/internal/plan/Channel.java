package io.clientele.segmentation.internal.plan;

import io.clientele.facts.Fact;
import io.clientele.facts.FactType;
import io.clientele.facts.Facts;
import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.ContactPoint;
import io.clientele.registry.ContactPoint.Email;
import io.clientele.registry.ContactPoint.Phone;
import io.clientele.registry.ContactPoint.Postal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way to approach customers who consented to it. Which there are, the catalogue of facts tells: whoever keeps consent has a fact for each.
 *
 * @param reach the fact that tells whether a customer can be reached so; null if everybody can
 */
record Channel(String code, @Nullable String reach) {
    private static final String CONSENT = "consent.";
    private static final List<String> USUAL = List.of("email", "phone", "sms", "messenger", "post");

    private static Channel of(String code) {
        return switch (code) {
            case "email" -> new Channel(code, "email");
            case "phone", "sms", "messenger" -> new Channel(code, "phone");
            case "post" -> new Channel(code, "address.city");
            default -> new Channel(code, null);
        };
    }

    /** All channels there are now, the usual ones first. */
    static List<Channel> all(Facts facts) {
        List<String> known = facts.all().stream()
                .filter(fact -> fact.name().startsWith(CONSENT) && fact.type() == FactType.BOOLEAN && !fact.many())
                .map(fact -> fact.name().substring(CONSENT.length()))
                .toList();
        List<String> reachable = facts.all().stream().map(Fact::name).toList();
        List<Channel> channels = new ArrayList<>();
        Stream.concat(USUAL.stream().filter(known::contains), known.stream().filter(code -> !USUAL.contains(code)))
                .map(Channel::of)
                .filter(channel -> channel.reach == null || reachable.contains(channel.reach))
                .forEach(channels::add);
        return channels;
    }

    /** Those with these codes between commas, in that order; all if nothing is said. */
    static List<Channel> chosen(@Nullable String codes, Facts facts) {
        List<Channel> all = all(facts);
        if (codes == null || codes.isBlank()) {
            return all;
        }
        List<Channel> chosen = new ArrayList<>();
        for (String code : codes.split(",", -1)) {
            chosen.add(all.stream()
                    .filter(channel -> channel.code.equals(code.strip()))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException("channels", unknown(all))));
        }
        return chosen.stream().distinct().toList();
    }

    private static String unknown(List<Channel> all) {
        return all.isEmpty()
                ? "There is no channel: nothing here keeps consent"
                : "A channel is one of " + all.stream().map(Channel::code).collect(Collectors.joining(", "));
    }

    String consent() {
        return CONSENT + code;
    }

    /** Finds those who can be approached. */
    String open() {
        String consented = consent() + "==true";
        return reach == null ? "(" + consented + ")" : "(" + consented + ";" + reach + "=null=false)";
    }

    /** Finds all others. */
    String closed() {
        String not = consent() + "!=true";
        return reach == null ? "(" + not + ")" : "(" + not + "," + reach + "=null=true)";
    }

    /** The first contact point that it goes to, as text; empty if a customer has none or needs none. */
    Optional<String> contact(List<ContactPoint> points) {
        return points.stream().map(this::text).filter(Objects::nonNull).findFirst();
    }

    private @Nullable String text(ContactPoint point) {
        if (point instanceof Email email && "email".equals(reach)) {
            return email.address();
        }
        if (point instanceof Phone phone && "phone".equals(reach)) {
            return phone.number();
        }
        return point instanceof Postal postal && "address.city".equals(reach) ? line(postal) : null;
    }

    private static String line(Postal postal) {
        return Stream.of(postal.street(), postal.postalCode(), postal.city(), postal.region(), postal.country())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
