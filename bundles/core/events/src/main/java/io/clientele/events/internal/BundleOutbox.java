package io.clientele.events.internal;

import io.clientele.events.NewEvent;
import io.clientele.events.Outbox;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The outbox as one bundle has it: a module tells of nothing but what is its own, so that nobody takes its word for that of the core. */
@Component(service = Outbox.class, scope = ServiceScope.BUNDLE)
public final class BundleOutbox implements Outbox {
    private final Outbox outbox;
    private final @Nullable String module;

    @Activate
    public BundleOutbox(@Reference BatchedOutbox outbox, ComponentContext context) {
        this(outbox, context.getUsingBundle().getHeaders("").get("Clientele-Module"));
    }

    /** For the module of this name, or null for a bundle of the platform. */
    BundleOutbox(Outbox outbox, @Nullable String module) {
        this.outbox = outbox;
        this.module = module;
    }

    @Override
    public void append(NewEvent event) {
        if (module != null && !event.type().startsWith(module + ".")) {
            throw new IllegalArgumentException("the module " + module + " tells of its own events, such as " + module
                    + ".Happened, and not of " + event.type());
        }
        outbox.append(event);
    }
}
