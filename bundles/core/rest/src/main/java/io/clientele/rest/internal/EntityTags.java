package io.clientele.rest.internal;

import io.clientele.rest.Versioned;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Tags what has a version, and spares a reader what it already holds. */
final class EntityTags implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= 300 || !(response.getEntity() instanceof Versioned versioned)) {
            return;
        }
        String tag = tag(versioned);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        if (isHeld(Call.current(), tag)) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }

    static String tag(Versioned versioned) {
        return "\"" + versioned.version() + "\"";
    }

    /** Whether a reader says that it holds what has this tag. */
    static boolean isHeld(Call call, String tag) {
        String held = call.request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return held != null && isRead(call) && matches(held, tag);
    }

    static boolean isRead(Call call) {
        String method = call.request.getMethod();
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Weak comparison (RFC 9110 §8.8.3.2) with each tag of a list; our tags hold no comma. */
    private static boolean matches(String held, String tag) {
        if (held.equals("*")) {
            return true;
        }
        for (String one : held.split(",", -1)) {
            String bare = one.strip();
            if ((bare.startsWith("W/") ? bare.substring(2) : bare).equals(tag)) {
                return true;
            }
        }
        return false;
    }
}
