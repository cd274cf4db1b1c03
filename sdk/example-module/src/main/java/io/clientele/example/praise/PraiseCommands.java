package io.clientele.example.praise;

import io.clientele.access.Callers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Commands for a Karaf with a shell: {@code praise:total}. Whoever has that shell has the server, so they run as the system. */
@Component(
        service = PraiseCommands.class,
        property = {"osgi.command.scope=praise", "osgi.command.function=total"})
public final class PraiseCommands {
    private final Callers callers;
    private final Praises praises;

    @Activate
    public PraiseCommands(@Reference Callers callers, @Reference Praises praises) {
        this.callers = callers;
        this.praises = praises;
    }

    /** How much praise there is of all customers; the shell prints what it returns. */
    public String total() {
        return callers.as(callers.system(), praises::total) + " times praised";
    }
}
