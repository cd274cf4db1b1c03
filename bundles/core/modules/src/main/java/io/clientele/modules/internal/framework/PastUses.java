package io.clientele.modules.internal.framework;

import java.lang.reflect.Field;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a framework still knows of services that bundles used which are gone for good. Felix 7.0.5 keeps the entry of such a bundle, and by it
 * the bundle, its revision and its archive, for as long as the process runs: {@code ServiceRegistry.ungetServices} brings counts to zero and
 * removes nothing. Where it is built in another way, nothing is done.
 */
final class PastUses {
    private static final Logger LOG = LoggerFactory.getLogger(PastUses.class);

    private PastUses() {}

    /** Makes {@code framework}, the bundle with the number 0, forget what {@code gone} used. */
    static void forget(Bundle framework, Bundle gone) {
        if (gone.getState() != Bundle.UNINSTALLED) {
            return;
        }
        try {
            Object registry = value(framework, "m_registry");
            if (registry != null && value(registry, "m_inUseMap") instanceof Map<?, ?> uses) {
                uses.remove(gone);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.debug("The framework may remember {}", gone.getLocation(), e);
        }
    }

    private static Object value(Object holder, String name) throws ReflectiveOperationException {
        Field field = holder.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(holder);
    }
}
