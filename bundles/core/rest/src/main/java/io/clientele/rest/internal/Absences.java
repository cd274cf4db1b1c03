package io.clientele.rest.internal;

import io.clientele.rest.Routes;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The modules that are away at the moment. Usually none, which must cost a request nothing. */
final class Absences {
    private static final int PASS_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CopyOnWriteArrayList<Away> away = new CopyOnWriteArrayList<>();

    private final class Away implements Routes.Absence {
        private final String module;
        private final List<String> roots;
        private final Duration retryAfter;
        private final String pass = randomPass();

        Away(String module, Collection<String> roots, Duration retryAfter) {
            this.module = module;
            this.roots = List.copyOf(roots);
            this.retryAfter = retryAfter;
        }

        boolean covers(String path) {
            return roots.stream().anyMatch(root -> PathTemplate.covers(root, path));
        }

        boolean admits(HttpServletRequest request) {
            String sent = request.getHeader(Routes.PASS);
            return sent != null
                    && MessageDigest.isEqual(
                            sent.getBytes(StandardCharsets.UTF_8), pass.getBytes(StandardCharsets.UTF_8));
        }

        Problem problem() {
            String detail = "The module " + module + " is away; try again later";
            return new Problem(503, "module-away", detail, List.of(), Math.max(1, retryAfter.toSeconds()));
        }

        @Override
        public String pass() {
            return pass;
        }

        @Override
        public void close() {
            away.remove(this);
        }
    }

    private static String randomPass() {
        byte[] bytes = new byte[PASS_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    Routes.Absence announce(String module, Collection<String> roots, Duration retryAfter) {
        Away announced = new Away(module, roots, retryAfter);
        away.add(announced);
        return announced;
    }

    /** The answer to a request to a module that is away, or null if the request may go on. */
    @Nullable
    Problem refusal(HttpServletRequest request) {
        if (away.isEmpty()) {
            return null;
        }
        String path = request.getRequestURI();
        for (Away each : away) {
            if (each.covers(path)) {
                return each.admits(request) ? null : each.problem();
            }
        }
        return null;
    }
}
