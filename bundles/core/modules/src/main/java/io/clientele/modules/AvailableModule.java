package io.clientele.modules;

import org.jspecify.annotations.Nullable;

/**
 * A module's archive that could be installed.
 *
 * @param signer who signed it, or null if nobody did
 * @param source {@code uploaded}, or the feature repository that lists it
 */
public record AvailableModule(
        String name, String symbolicName, String version, String sha256, @Nullable String signer, String source) {}
