package io.clientele.rest.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Tells who sends a request. Called on the request's thread before the operation is chosen: answer from memory whenever possible. */
@ConsumerType
public interface Authenticator {
    /**
     * The identity that {@code credentials} prove, or empty if they claim none.
     *
     * @throws io.clientele.kernel.UnauthenticatedException if they claim one and prove it wrongly
     */
    Optional<Identity> authenticate(Credentials credentials);
}
