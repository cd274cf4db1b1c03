package io.clientele.shell.internal;

import io.clientele.rest.Requires;
import io.clientele.shell.internal.InstalledScreens.Snapshot;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The screens that are installed. */
@Component(service = ScreensResource.class)
@JakartarsResource
@Path("/api/v1/screens")
@Produces("application/json")
public final class ScreensResource {
    private final InstalledScreens screens;

    @Activate
    public ScreensResource(@Reference InstalledScreens screens) {
        this.screens = screens;
    }

    @GET
    @Requires("session:read")
    public Snapshot list() {
        return screens.snapshot();
    }
}
