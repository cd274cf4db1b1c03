package io.clientele.registry.internal;

import io.clientele.facts.spi.FactSource;
import io.clientele.persistence.Schema;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Registers a fact source for each of the registry's tables, once they are there. */
@Component(
        service = {},
        immediate = true)
public final class FactServices {
    private final List<ServiceRegistration<FactSource>> registrations = new ArrayList<>();

    @Activate
    public FactServices(
            BundleContext context,
            @Reference Normalisation normalisation,
            @Reference(target = "(bundle=io.clientele.registry)") Schema schema) {
        for (FactSource source : RegistryFacts.all(normalisation)) {
            registrations.add(context.registerService(FactSource.class, source, null));
        }
    }

    @Deactivate
    void unregister() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}
