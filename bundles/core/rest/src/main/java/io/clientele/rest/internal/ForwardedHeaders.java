package io.clientele.rest.internal;

import io.clientele.kernel.Network;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * What proxies say of a request's way, each behind what the one before it said: {@code X-Forwarded-For} and {@code X-Forwarded-Proto}, or
 * {@code Forwarded} of RFC 7239. They are read from the end, as far as needed: what stands further in front anybody may have written.
 */
final class ForwardedHeaders {
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\d+\\.[\\d.]+|\\[([0-9A-Fa-f:.]+)])(:\\d{1,5})?");

    /** A pair, what parts it from the next, and nothing that is neither. */
    private static final Pattern PAIR = Pattern.compile(
            "\\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)=(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|([!#$%&'*+.^_`|~0-9A-Za-z-]+))\\s*(;|,|$)");

    private final List<Hop> hops;

    /** One step of the way: whose request it was, null if nobody can read that, and whether it came over TLS. */
    private record Hop(@Nullable InetAddress sender, boolean secure) {}

    private ForwardedHeaders(List<Hop> hops) {
        this.hops = hops;
    }

    /** A proxy writes one of the two kinds and lets the other pass as it came: where both are, nobody knows which to believe. */
    static ForwardedHeaders of(HttpFields headers) {
        List<String> plain = headers.getValuesList("X-Forwarded-For");
        List<String> standard = headers.getValuesList("Forwarded");
        if (!standard.isEmpty()) {
            return new ForwardedHeaders(
                    plain.isEmpty()
                            ? standard.stream().flatMap(ForwardedHeaders::hops).toList()
                            : List.of());
        }
        List<String> schemes =
                elements(headers.getValuesList("X-Forwarded-Proto")).toList();
        boolean secure = !schemes.isEmpty() && schemes.get(schemes.size() - 1).equalsIgnoreCase("https");
        // Some proxies tell the scheme only.
        Stream<String> senders = plain.isEmpty() ? Stream.of("") : elements(plain);
        return new ForwardedHeaders(
                senders.map(element -> new Hop(address(element), secure)).toList());
    }

    private static Stream<String> elements(List<String> lines) {
        return lines.stream().flatMap(line -> Stream.of(line.split(",", -1))).map(String::strip);
    }

    /** The address nearest to us that is none of {@code trusted}; empty if there is none, or what is read before it makes no sense. */
    Optional<InetAddress> sender(Predicate<InetAddress> trusted) {
        return nearest(trusted).map(Hop::sender);
    }

    /** Whether that sender spoke TLS. */
    boolean isSecure(Predicate<InetAddress> trusted) {
        return nearest(trusted).map(Hop::secure).orElse(false);
    }

    private Optional<Hop> nearest(Predicate<InetAddress> trusted) {
        for (int i = hops.size() - 1; i >= 0; i--) {
            Hop hop = hops.get(i);
            if (hop.sender() == null || !trusted.test(hop.sender())) {
                return Optional.of(hop);
            }
        }
        return Optional.empty();
    }

    /** The hops of one line; one that cannot be read if the line cannot. */
    private static Stream<Hop> hops(String line) {
        List<Hop> hops = new ArrayList<>();
        Matcher pair = PAIR.matcher(line);
        InetAddress sender = null;
        boolean secure = false;
        int end = 0;
        while (end < line.length()) {
            if (!pair.region(end, line.length()).lookingAt()) {
                return Stream.of(new Hop(null, false));
            }
            String value = pair.group(3) == null ? pair.group(2).replaceAll("\\\\(.)", "$1") : pair.group(3);
            if (pair.group(1).equalsIgnoreCase("for")) {
                sender = address(value);
            } else if (pair.group(1).equalsIgnoreCase("proto")) {
                secure = value.equalsIgnoreCase("https");
            }
            end = pair.end();
            if (!pair.group(4).equals(";")) {
                hops.add(new Hop(sender, secure));
                sender = null;
                secure = false;
            }
        }
        return hops.stream();
    }

    /** An address, with a port or without; null for anything else, such as {@code unknown} and made-up names. */
    private static @Nullable InetAddress address(String text) {
        Matcher parts = HOST_AND_PORT.matcher(text);
        String bare = !parts.matches() ? text : parts.group(2) != null ? parts.group(2) : parts.group(1);
        return Network.literal(bare).orElse(null);
    }
}
