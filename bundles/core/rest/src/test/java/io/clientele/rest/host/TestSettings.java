package io.clientele.rest.host;

import io.clientele.kernel.Network;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Settings of hosts under test that differ from the defaults in one thing. */
final class TestSettings {
    private static final Duration LONG = Duration.ofSeconds(60);

    private TestSettings() {}

    /** How long to wait for a slow body, for an answer, and for a silent sender. */
    private record Times(Duration slow, Duration request, Duration idle) {}

    static HostSettings allowing(Set<String> origins) {
        return settings(origins, 32, 256, new Times(LONG, LONG, LONG));
    }

    static HostSettings serving(int threads, int queued, Duration patience) {
        return settings(Set.of(), threads, queued, new Times(LONG, LONG, patience));
    }

    static HostSettings waitingForBodies(Duration slow, Duration silent) {
        return settings(Set.of(), 32, 256, new Times(slow, LONG, silent));
    }

    static HostSettings answeringWithin(Duration time) {
        return settings(Set.of(), 32, 256, new Times(LONG, time, LONG));
    }

    static HostSettings trusting(List<Network> proxies) {
        HostSettings usual = HostSettings.onFreePort();
        return new HostSettings(
                usual.host(),
                usual.port(),
                usual.portFile(),
                usual.allowedOrigins(),
                usual.threads(),
                usual.queued(),
                usual.bodyBytes(),
                usual.bodyPatience(),
                usual.requestTime(),
                usual.headerBytes(),
                usual.idle(),
                proxies);
    }

    private static HostSettings settings(Set<String> origins, int threads, int queued, Times times) {
        return new HostSettings(
                "127.0.0.1",
                0,
                null,
                origins,
                threads,
                queued,
                1 << 20,
                times.slow,
                times.request,
                8 << 10,
                times.idle,
                List.of());
    }
}
