package io.clientele.events.internal.webhook;

import io.clientele.kernel.Network;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a webhook is: a URL that can be read in one way only. Names that some systems take for numeric addresses ({@code 2130706433},
 * {@code 0x7f.1}, {@code 0177.0.0.1}) are none of ours.
 */
record Target(boolean encrypted, String host, int port, String request) {
    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_PORT = 65_535;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final Pattern NAME = Pattern.compile("(?=.{1,253}$)[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*\\.?");
    private static final Pattern NUMERIC_END = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

    /** Finds the addresses of a name. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String name) throws UnknownHostException;
    }

    /** Reads a URL; fails with {@link IllegalArgumentException}, whose message says what is wrong. */
    static Target of(String url) {
        if (url.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("The URL has more than " + MAX_LENGTH + " characters");
        }
        URI uri = parsed(url);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("The URL begins with neither https:// nor http://");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("The URL has a user or a fragment");
        }
        boolean encrypted = scheme.equals("https");
        return new Target(encrypted, host(uri), port(uri, encrypted), request(uri));
    }

    private static URI parsed(String url) {
        try {
            return new URI(url).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("This is no URL", e);
        }
    }

    private static String host(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String bare = bracketed ? host.substring(1, host.length() - 1) : host;
        boolean fine = (bracketed || NUMERIC_END.matcher(bare).matches())
                ? Network.literal(bare).isPresent()
                : NAME.matcher(bare).matches();
        if (!fine) {
            throw new IllegalArgumentException("The URL's host is neither a name nor an address in its usual form");
        }
        return bare;
    }

    private static int port(URI uri, boolean encrypted) {
        int port = uri.getPort();
        if (port == 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("The URL's port is out of range");
        }
        int usual = encrypted ? HTTPS_PORT : HTTP_PORT;
        return port < 0 ? usual : port;
    }

    private static String request(URI uri) {
        URI ascii = URI.create(uri.toASCIIString());
        String path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }

    /** The address that the host is, if it is no name. */
    Optional<InetAddress> literal() {
        return Network.literal(host);
    }

    /** The addresses of the host, looked up now; fails unless all of them may be reached. */
    InetAddress[] addresses(Resolver resolver, Outside outside) throws UnknownHostException, ForbiddenAddressException {
        Optional<InetAddress> literal = literal();
        InetAddress[] found = literal.isPresent() ? new InetAddress[] {literal.get()} : resolver.resolve(host);
        for (InetAddress address : found) {
            if (!outside.mayReach(address)) {
                throw new ForbiddenAddressException();
            }
        }
        return found;
    }

    /** The value of the header {@code Host}. */
    String authority() {
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return port == (encrypted ? HTTPS_PORT : HTTP_PORT) ? name : name + ":" + port;
    }
}
