package io.clientele.events.internal.webhook;

import io.clientele.kernel.Network;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public Internet from those of this host, its networks, and other special purposes (the registries of RFC 6890),
 * so that whoever may set up a webhook cannot reach through the server what only the server can reach.
 */
final class Outside {
    private static final List<Network> SPECIAL = networks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // between providers and their customers
            "127.0.0.0/8", // this host
            "169.254.0.0/16", // link-local, and where clouds keep credentials
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // relays to IPv6
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/3", // multicast, reserved, broadcast
            "2001::/23", // protocol assignments; Teredo holds an IPv4 address
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4 holds an IPv4 address
            "3fff::/20"); // documentation

    /** Loopback, link-local, unique local, multicast and all that embeds an IPv4 address lie outside. */
    private static final Network IPV6_GLOBAL = Network.of("2000::/3");

    private final List<Network> allowed;

    /** With the networks that the operator allows besides. */
    Outside(List<Network> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Reads the setting {@code allowedNetworks}: networks, parted by commas or spaces. */
    static Outside of(String allowedNetworks) {
        return new Outside(networks(Arrays.stream(allowedNetworks.split("[,\\s]+", -1))
                .filter(text -> !text.isEmpty())
                .toArray(String[]::new)));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }

    boolean mayReach(InetAddress address) {
        return within(allowed, address) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        return !within(SPECIAL, address) && (address instanceof Inet4Address || IPV6_GLOBAL.contains(address));
    }

    private static boolean within(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
