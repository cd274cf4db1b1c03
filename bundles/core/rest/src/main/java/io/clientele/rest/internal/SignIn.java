package io.clientele.rest.internal;

import io.clientele.kernel.UnauthenticatedException;
import io.clientele.rest.spi.Authenticator;
import io.clientele.rest.spi.Credentials;
import io.clientele.rest.spi.Identity;
import io.clientele.rest.spi.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Finds out who sends a request, and refuses a state-changing one that a foreign page sent with the reader's cookie. */
final class SignIn {
    private volatile @Nullable Authenticator authenticator;

    void use(Authenticator value) {
        authenticator = value;
    }

    void stopUsing(Authenticator value) {
        if (authenticator == value) {
            authenticator = null;
        }
    }

    /** Sets the call's identity, or returns the problem that ends it. */
    @Nullable
    Problem identify(Call call) {
        Authenticator asked = authenticator;
        call.signInAvailable = asked != null;
        if (asked == null) {
            return null;
        }
        HttpServletRequest request = call.request;
        String authorization = request.getHeader("Authorization");
        String session = authorization == null ? SessionCookie.value(request) : null;
        if (session != null && !isSafe(request.getMethod()) && !isOwnOrigin(request)) {
            return Problem.of(403, "cross-site", "A change with the session cookie must come from a page of this host");
        }
        if (authorization == null && session == null) {
            return null;
        }
        call.credentials = new Credentials(authorization, session, request.getRemoteAddr());
        try {
            call.identity = asked.authenticate(call.credentials).orElse(null);
        } catch (UnauthenticatedException e) {
            // Public operations, signing in first of all, work with an outdated cookie too.
            call.refusal = e;
        }
        return null;
    }

    /** Whether the call's sender is still who they were, with the rights they had then. As long as nobody can tell, yes. */
    boolean stillHolds(Call call) {
        Authenticator asked = authenticator;
        Identity then = call.identity;
        Credentials credentials = call.credentials;
        if (asked == null || then == null || credentials == null) {
            return true;
        }
        try {
            return asked.look(credentials)
                    .map(now -> now.name().equals(then.name()) && now.rights().equals(then.rights()))
                    .orElse(false);
        } catch (UnauthenticatedException e) {
            return false;
        }
    }

    static boolean isSafe(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    private static boolean isOwnOrigin(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        if (origin == null || host == null) {
            return false;
        }
        int scheme = origin.indexOf("://");
        return scheme > 0 && origin.substring(scheme + 3).equalsIgnoreCase(host);
    }
}
