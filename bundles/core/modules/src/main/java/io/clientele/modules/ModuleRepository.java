package io.clientele.modules;

import io.clientele.rest.Told;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feature repository on another host, as it was found when it was last asked.
 *
 * @param offers how many archives of it are on offer now; those of an earlier time, if it cannot be read any more
 * @param readAt when it was last read whole, or null if it never was
 * @param problem what is wrong with it, or null
 */
public record ModuleRepository(String address, int offers, @Nullable Instant readAt, @Told @Nullable String problem) {}
