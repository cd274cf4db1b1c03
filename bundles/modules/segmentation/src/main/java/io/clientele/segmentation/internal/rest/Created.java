package io.clientele.segmentation.internal.rest;

import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The answer to whoever added something. */
final class Created {
    private Created() {}

    /** 201, with where it is from now on and what it is. */
    static Response at(String path, Object added) {
        return Response.created(URI.create(path)).entity(added).build();
    }
}
