package io.clientele.rest.internal;

import io.clientele.rest.spi.Identity;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the host answers itself: health, metrics, the description of the resources, and files for browsers. */
final class HostPages {
    /** What may be done at each of these addresses. */
    static final String ALLOWED = "GET, HEAD, OPTIONS";

    private static final long SOON = 2;
    private static final String JSON = "application/json";
    private static final byte[] LIVE = "{\"live\":true}".getBytes(StandardCharsets.UTF_8);

    private final Dispatcher dispatcher;
    private final Health health;
    private final Docs docs = new Docs();
    private final Browsing browsing;
    private volatile @Nullable Meters meters;

    HostPages(Dispatcher dispatcher, Health health, Browsing browsing) {
        this.dispatcher = dispatcher;
        this.health = health;
        this.browsing = browsing;
    }

    void use(@Nullable Meters value) {
        meters = value;
    }

    /** Answers, or returns the problem to answer with. */
    @Nullable
    Problem answer(Call call, String path) throws IOException {
        HttpServletResponse response = call.response;
        String method = call.request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            boolean asked = method.equals("OPTIONS");
            if (!known(path) && !(asked && browsing.has(path))) {
                return notFound(path);
            }
            response.setHeader("Allow", ALLOWED);
            return asked ? null : Problem.of(405, method + " is not offered here");
        }
        switch (path) {
            case "/health/live" -> send(response, JSON, LIVE);
            case "/health", "/health/ready" -> {
                Health.Report report = health.report();
                response.setStatus(report.ready() ? 200 : 503);
                send(response, JSON, report.json().getBytes(StandardCharsets.UTF_8));
            }
            case "/metrics" -> {
                return metrics(call);
            }
            case "/api/openapi.json" -> send(response, JSON, dispatcher.openApi());
            case "/api/docs" -> response.sendRedirect(Docs.PATH);
            default -> {
                boolean answered =
                        path.startsWith(Docs.PATH) ? docs.answers(path, response) : browsing.answers(path, call);
                return answered ? null : notFound(path);
            }
        }
        return null;
    }

    private static boolean known(String path) {
        return switch (path) {
            case "/health", "/health/live", "/health/ready", "/metrics", "/api/openapi.json", "/api/docs", Docs.PATH ->
                true;
            default -> false;
        };
    }

    private @Nullable Problem metrics(Call call) throws IOException {
        Identity identity = call.identity;
        if (identity == null) {
            return Problem.of(401, "Sign in first");
        }
        if (!identity.may(Meters.PERMISSION)) {
            return Problem.of(403, "This needs the permission " + Meters.PERMISSION);
        }
        Meters read = meters;
        if (read == null) {
            return notFound(call.request.getRequestURI());
        }
        send(
                call.response,
                "text/plain;version=0.0.4;charset=utf-8",
                read.text().getBytes(StandardCharsets.UTF_8));
        return null;
    }

    /** What is not there yet, or not again, is not told to be gone: whoever asks for a customer would believe it. */
    Problem notFound(String path) {
        return path.startsWith(Front.API) && health.isAwaited() && (dispatcher.misses(path) || health.isStarting())
                ? new Problem(503, "unavailable", "This part of the server is not there yet", List.of(), SOON)
                : Problem.of(404, "There is nothing at this address");
    }

    private static void send(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
