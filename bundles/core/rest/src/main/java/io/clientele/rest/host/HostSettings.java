package io.clientele.rest.host;

import io.clientele.kernel.Network;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the host listens and what it puts up with.
 *
 * @param port 0 takes a free one
 * @param portFile where the taken port is written, or null
 * @param allowedOrigins the foreign origins whose pages may call
 * @param threads how many requests are served at once
 * @param queued how many more wait before the next is answered 503
 * @param bodyBytes the longest body of an operation that says nothing else
 * @param bodyPatience how long a sender may keep the host waiting for a body that comes slower than 500 bytes a second
 * @param requestTime how long an operation may take that says nothing else
 * @param headerBytes the longest request line and headers together
 * @param idle how long a connection may be silent
 * @param trustedProxies from where the headers count that tell for whom a proxy asks
 */
public record HostSettings(
        String host,
        int port,
        @Nullable String portFile,
        Set<String> allowedOrigins,
        int threads,
        int queued,
        long bodyBytes,
        Duration bodyPatience,
        Duration requestTime,
        int headerBytes,
        Duration idle,
        List<Network> trustedProxies) {
    private static final int THREADS = 32;
    private static final int QUEUED = 256;
    private static final long BODY_BYTES = 1024 * 1024;
    private static final int HEADER_BYTES = 8 * 1024;

    public HostSettings {
        allowedOrigins = Set.copyOf(allowedOrigins);
        trustedProxies = List.copyOf(trustedProxies);
    }

    /** The defaults, on a free port of the loopback address. */
    public static HostSettings onFreePort() {
        return new HostSettings(
                "127.0.0.1",
                0,
                null,
                Set.of(),
                THREADS,
                QUEUED,
                BODY_BYTES,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                HEADER_BYTES,
                Duration.ofSeconds(30),
                List.of());
    }
}
