package io.clientele.rest.host;

import io.clientele.rest.Public;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A resource that sends back a form with a field of each kind. */
@Path("/api/v1/forms")
@Produces("application/json")
public final class Forms {
    /** A form as it is sent and answered. */
    public record Form(
            @Nullable Instant at,
            @Nullable LocalDate on,
            @Nullable Integer whole,
            @Nullable Double size,
            @Nullable List<Double> sizes,
            @Nullable Boolean really,
            @Nullable String text) {}

    @POST
    @Public
    public Form sendBack(Form form) {
        return form;
    }
}
