package io.clientele.modules.internal.framework;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Lets nothing be resolved, for a number of times. */
final class RefusingHook implements ResolverHookFactory, ResolverHook {
    private final AtomicInteger left;

    RefusingHook(int times) {
        left = new AtomicInteger(times);
    }

    /** How many more times it refuses; below zero once it has let something pass. */
    int left() {
        return left.get();
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        if (left.getAndDecrement() > 0) {
            candidates.clear();
        }
    }

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> candidates) {
        // Not asked here.
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        // Not asked here.
    }

    @Override
    public void end() {
        // Nothing is held.
    }
}
