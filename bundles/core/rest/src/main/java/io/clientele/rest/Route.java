package io.clientele.rest;

import org.jspecify.annotations.Nullable;

/**
 * One operation that is served now.
 *
 * @param verb such as {@code GET}
 * @param root the path in front of all operations of its resource, such as {@code /api/v1/deals}
 * @param template the whole path with its variables, such as {@code /api/v1/deals/{id}}
 * @param permission what a caller needs, or null if anyone may call it
 */
public record Route(String verb, String root, String template, @Nullable String permission) {}
