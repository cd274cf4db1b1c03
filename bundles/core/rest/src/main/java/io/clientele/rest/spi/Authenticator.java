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

    /** As {@link #authenticate}, asked again for an answer that goes on: the sender did nothing, so it is no use of a session that would keep it alive. */
    default Optional<Identity> look(Credentials credentials) {
        return authenticate(credentials);
    }
}
