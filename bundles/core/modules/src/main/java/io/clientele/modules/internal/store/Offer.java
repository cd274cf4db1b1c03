package io.clientele.modules.internal.store;

import io.clientele.modules.internal.archive.Archive;
import java.nio.file.Path;

/**
 * A fit archive that a feature repository lists.
 *
 * @param repository the repository's own name
 */
public record Offer(String repository, Path file, Archive archive) {}
