package io.clientele.rest.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keeps the resources of a module that has just come from being asked before the module is ready for it. Until then their paths answer 503
 * with the problem {@code module-away}; those of all others are served. Without a gate no module is let in.
 */
@ConsumerType
public interface RouteGate {
    /** Called when a resource of {@code bundle} has come and none of its others waits already. */
    Passage arrived(String bundle);

    /** The way in of one bundle that has come. */
    @ConsumerType
    interface Passage {
        /**
         * What stands in the way, or empty for good once nothing does. Asked again and again, together with the passages of all other bundles
         * that wait, on one thread that does nothing else: answer fast and call no module. If it throws, the bundle waits on.
         */
        Optional<Obstacle> obstacle();
    }

    /**
     * Why a bundle waits.
     *
     * @param passing whether it is on its way, so that waiting will do
     */
    record Obstacle(String reason, boolean passing) {}
}
