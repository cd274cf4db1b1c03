package io.clientele.registry.internal;

import java.net.IDN;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What e-mail addresses and web pages may look like, and what equal ones share. */
public final class WebAddresses {
    private WebAddresses() {}

    /**
     * An address in its two forms.
     *
     * @param key the form that equal addresses share
     */
    record Address(String shown, String key) {}

    /** Reads an e-mail address; null if it is none. The domain is put in lower case, the local part is kept. */
    static @Nullable Address email(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at > 64 || !isLocalPart(text, at)) {
            return null;
        }
        String domain = text.substring(at + 1).toLowerCase(Locale.ROOT);
        String ascii = host(domain);
        if (ascii == null) {
            return null;
        }
        String local = text.substring(0, at);
        return new Address(local + "@" + domain, local.toLowerCase(Locale.ROOT) + "@" + ascii);
    }

    /** What a person searches for, in the form of the keys; part of an address, for a prefix, is only folded. */
    static String emailKey(String text) {
        Address address = email(text.strip());
        return address == null ? ContactRules.folded(text.strip()) : address.key();
    }

    /** What a person searches for, in the form of the keys; part of an address, for a prefix, is only folded. */
    static String webKey(String text) {
        Address address = web(text.strip());
        return address == null ? ContactRules.folded(text.strip()) : address.key();
    }

    private static boolean isLocalPart(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean dot = c == '.';
            if (dot && (i == 0 || i == end - 1 || text.charAt(i - 1) == '.')) {
                return false;
            }
            if (c <= ' ' || c == 0x7F || Character.isWhitespace(c) || "\"(),:;<>@[\\]".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Reads the address of a web page, with or without a scheme; null if it is none that a browser may open. */
    static @Nullable Address web(String text) {
        int scheme = text.indexOf("://");
        String protocol = scheme < 0 ? "https" : text.substring(0, scheme).toLowerCase(Locale.ROOT);
        if (!protocol.equals("http") && !protocol.equals("https")) {
            return null;
        }
        String rest = scheme < 0 ? text : text.substring(scheme + 3);
        int end = authorityEnd(rest);
        String authority = rest.substring(0, end).toLowerCase(Locale.ROOT);
        String path = rest.substring(end);
        int colon = authority.lastIndexOf(':');
        String port = colon < 0 ? "" : authority.substring(colon);
        String host = host(colon < 0 ? authority : authority.substring(0, colon));
        if (host == null || !isPort(port) || !isPath(path)) {
            return null;
        }
        String bare = host.startsWith("www.") ? host.substring(4) : host;
        String key = bare + port + (path.equals("/") ? "" : path);
        return new Address(protocol + "://" + authority + path, key);
    }

    private static int authorityEnd(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            if ("/?#".indexOf(rest.charAt(i)) >= 0) {
                return i;
            }
        }
        return rest.length();
    }

    private static boolean isPort(String port) {
        return port.isEmpty()
                || (port.length() > 1
                        && port.length() <= 6
                        && port.chars().skip(1).allMatch(c -> c >= '0' && c <= '9'));
    }

    private static boolean isPath(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= ' ' || c == 0x7F || "\"<>\\^`{|}".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** The ASCII form of a host name with at least two labels, or null. */
    private static @Nullable String host(String name) {
        String ascii = name;
        if (!TextRules.isPlain(name)) {
            try {
                ascii = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        int label = 0;
        int labels = 1;
        for (int i = 0; i < ascii.length(); i++) {
            char c = ascii.charAt(i);
            if (c == '.' && label > 0 && ascii.charAt(i - 1) != '-') {
                labels++;
                label = 0;
            } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '-' && label > 0)) {
                label++;
            } else {
                return null;
            }
            if (label > 63) {
                return null;
            }
        }
        boolean whole = label > 0 && labels > 1 && ascii.length() <= 253 && !ascii.endsWith("-");
        return whole ? ascii : null;
    }
}
