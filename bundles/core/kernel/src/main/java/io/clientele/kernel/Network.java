package io.clientele.kernel;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that begin with the same bits, such as {@code 10.0.0.0/8}: what operators write where hosts are allowed or trusted. */
public record Network(InetAddress address, int bits) {
    private static final Pattern IPV4 = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int MAX_OCTET = 255;

    public Network {
        if (bits < 0 || bits > address.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("a network of " + bits + " bits");
        }
    }

    /** Reads {@code address/bits}, or one address; fails with {@link IllegalArgumentException} otherwise. */
    public static Network of(String text) {
        int slash = text.indexOf('/');
        InetAddress address = literal(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException(text + " is no network such as 10.0.0.0/8"));
        String bits = slash < 0 ? "" : text.substring(slash + 1);
        if (slash >= 0 && !bits.matches("\\d{1,3}")) {
            throw new IllegalArgumentException(text + " is no network such as 10.0.0.0/8");
        }
        return new Network(address, slash < 0 ? address.getAddress().length * Byte.SIZE : Integer.parseInt(bits));
    }

    /** Reads an address in its one usual form, dotted decimal or IPv6; asks no name server and knows no zones. */
    public static Optional<InetAddress> literal(String text) {
        try {
            if (IPV4.matcher(text).matches()) {
                return Optional.of(InetAddress.getByAddress(octets(text)));
            }
            // In brackets it is never looked up as a name.
            return IPV6.matcher(text).matches()
                    ? Optional.of(InetAddress.getByName("[" + text + "]"))
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static byte[] octets(String text) throws UnknownHostException {
        String[] parts = text.split("\\.", -1);
        byte[] octets = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            int octet = Integer.parseInt(parts[i]);
            if (octet > MAX_OCTET) {
                throw new UnknownHostException(text);
            }
            octets[i] = (byte) octet;
        }
        return octets;
    }

    /** Whether an address is in this network; one of the other family never is. */
    public boolean contains(InetAddress other) {
        if (address instanceof Inet4Address != other instanceof Inet4Address) {
            return false;
        }
        byte[] ours = address.getAddress();
        byte[] theirs = other.getAddress();
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((ours[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
