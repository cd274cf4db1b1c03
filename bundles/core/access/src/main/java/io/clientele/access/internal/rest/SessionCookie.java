package io.clientele.access.internal.rest;

import io.clientele.access.internal.Sessions.Opened;
import io.clientele.rest.spi.Credentials;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The cookie that carries a session: out of reach for scripts, and sent to this host from its own pages alone. */
final class SessionCookie {
    /** The prefix makes browsers refuse it without TLS, or from a neighbouring host. */
    private static final String SECURE = "__Host-clientele";

    private static final String PLAIN = "clientele-session";

    private SessionCookie() {}

    static String set(HttpServletRequest request, Opened session) {
        return name(request) + "=" + session.token() + attributes(request);
    }

    static String clear(HttpServletRequest request) {
        return name(request) + "=" + attributes(request) + "; Max-Age=0";
    }

    static Credentials credentials(HttpServletRequest request) {
        return new Credentials(request.getHeader("Authorization"), value(request), request.getRemoteAddr());
    }

    static @Nullable String value(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        String wanted = name(request);
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(wanted)) {
                return cookie.getValue();
            }
        }
        return null;
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? SECURE : PLAIN;
    }

    private static String attributes(HttpServletRequest request) {
        return "; Path=/; HttpOnly; SameSite=Strict" + (request.isSecure() ? "; Secure" : "");
    }
}
