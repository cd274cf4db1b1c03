package io.clientele.rest.spi;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that carries a session: out of reach for scripts, and sent to this host from its own pages alone.
 *
 * <p>Browsers say where a request comes from ({@code Sec-Fetch-Site}) only to those whom they trust: over TLS, also where a proxy ends it, and on
 * the loopback interface. There they keep a secure cookie too, and no other is taken from them. Programs that speak plain HTTP, and browsers
 * that do so over a network, get one without the prefix.
 */
public final class SessionCookie {
    /** The prefix makes browsers refuse it without TLS, or from a neighbouring host. */
    static final String SECURE = "__Host-clientele";

    static final String PLAIN = "clientele-session";

    private SessionCookie() {}

    /** The header that begins a session. */
    public static String set(HttpServletRequest request, String token) {
        return name(request) + "=" + token + attributes(request);
    }

    /** The header that ends one. */
    public static String clear(HttpServletRequest request) {
        return name(request) + "=" + attributes(request) + "; Max-Age=0";
    }

    /** The token that came with a request, or null. */
    public static @Nullable String value(HttpServletRequest request) {
        if (request.getHeader("Cookie") == null) {
            return null;
        }
        Cookie[] cookies = request.getCookies();
        String wanted = name(request);
        String found = null;
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(SECURE)) {
                return cookie.getValue();
            } else if (cookie.getName().equals(wanted)) {
                found = cookie.getValue();
            }
        }
        return found;
    }

    private static String name(HttpServletRequest request) {
        return isTrusted(request) ? SECURE : PLAIN;
    }

    private static String attributes(HttpServletRequest request) {
        return "; Path=/; HttpOnly; SameSite=Strict" + (isTrusted(request) ? "; Secure" : "");
    }

    private static boolean isTrusted(HttpServletRequest request) {
        return request.isSecure() || request.getHeader("Sec-Fetch-Site") != null;
    }
}
