package io.clientele.rest.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** Lets pages of the configured foreign origins call; nobody else's, unless told so. */
final class Cors {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String HEADERS =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, traceparent";
    private final Set<String> allowed;

    Cors(Set<String> allowed) {
        this.allowed = allowed;
    }

    /** Says who may read the answer; returns true if the request was only a question about that. */
    boolean answers(Call call) {
        HttpServletRequest request = call.request;
        String origin = request.getHeader("Origin");
        if (origin == null || allowed.isEmpty()) {
            return false;
        }
        HttpServletResponse response = call.response;
        response.addHeader("Vary", "Origin");
        if (!allowed.contains(origin)) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("Access-Control-Expose-Headers", "ETag, Location, X-Trace-Id, Retry-After");
        if (!request.getMethod().equals("OPTIONS") || request.getHeader("Access-Control-Request-Method") == null) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Methods", METHODS);
        response.setHeader("Access-Control-Allow-Headers", HEADERS);
        response.setHeader("Access-Control-Max-Age", "600");
        response.setStatus(204);
        return true;
    }
}
