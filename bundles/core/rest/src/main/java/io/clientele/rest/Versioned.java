package io.clientele.rest;

/** A representation with a version: the host sends it as a strong {@code ETag} and answers {@code If-None-Match} with 304. */
public interface Versioned {
    /** Changes with every write. */
    long version();
}
