package io.clientele.rest.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What browsers show and run: pages, scripts, styles. Everybody may have it, signed in or not, so nothing in it is about a customer. Called on
 * the request's thread for {@code GET} and {@code HEAD} of paths that are no operation's: answer from memory.
 */
@ConsumerType
public interface WebFiles {
    /** What is at a path such as {@code /app/customers}, as it stands in the request; empty if that is somebody else's. */
    Optional<WebFile> find(String path);
}
