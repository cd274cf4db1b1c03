package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.CustomerId;
import io.clientele.rest.IfMatch;
import io.clientele.rest.LongRunning;
import io.clientele.rest.Requires;
import io.clientele.rest.Versioned;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.rfm.Rfm;
import io.clientele.segmentation.internal.rfm.RfmGrid;
import io.clientele.segmentation.internal.rfm.RfmSettings;
import io.clientele.segmentation.internal.rfm.RfmSettings.Thresholds;
import io.clientele.segmentation.internal.rfm.RfmSettings.Triple;
import io.clientele.segmentation.internal.rfm.Scoring;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** RFM over HTTP. */
@Component(service = RfmResource.class)
@JakartarsResource
@Path("/api/v1/rfm")
@Produces(MediaType.APPLICATION_JSON)
public final class RfmResource {
    private final Rfm rfm;
    private final RfmGrid grid;

    @Activate
    public RfmResource(@Reference Rfm rfm, @Reference RfmGrid grid) {
        this.rfm = rfm;
        this.grid = grid;
    }

    /** Settings as they are sent; what is left out is as proposed. */
    public record Body(
            @Nullable String scoring,
            @Nullable Integer classes,
            @Nullable String currency,
            @Nullable Integer windowDays,
            @Nullable Boolean countZeroAmountDays,
            @Nullable Triple weights,
            @Nullable Thresholds thresholds,
            @Nullable List<RfmSettings.Group> groups) {
        public Body {
            groups = Given.list(groups);
        }

        RfmSettings settings() {
            if (currency == null) {
                throw new InvalidInputException("/currency", "Name the currency that money is counted in");
            }
            RfmSettings standard = RfmSettings.standard(currency);
            int k = classes == null ? standard.classes() : classes;
            return new RfmSettings(
                    scoring == null ? standard.scoring() : scoring(scoring),
                    k,
                    currency,
                    windowDays,
                    countZeroAmountDays != null && countZeroAmountDays,
                    weights == null ? standard.weights() : weights,
                    thresholds,
                    RfmSettings.Group.fitting(groups == null ? standard.groups() : groups, k));
        }

        private static Scoring scoring(String code) {
            return Arrays.stream(Scoring.values())
                    .filter(each -> code(each).equals(code))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException(
                            "/scoring",
                            "A way of scoring is one of "
                                    + Arrays.stream(Scoring.values())
                                            .map(Body::code)
                                            .collect(Collectors.joining(", "))));
        }

        private static String code(Scoring scoring) {
            return scoring.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Settings as they are answered; version 0 is a proposal that nobody saved. */
    public record View(long version, Body settings, @Nullable LocalDate rebuiltOn, @Nullable LocalDate scoredOn)
            implements Versioned {
        static View of(Rfm.Current current) {
            RfmSettings settings = current.settings();
            Body body = new Body(
                    Body.code(settings.scoring()),
                    settings.classes(),
                    settings.currency(),
                    settings.windowDays(),
                    settings.countZeroAmountDays(),
                    settings.weights(),
                    settings.thresholds(),
                    settings.groups());
            return new View(current.version(), body, current.rebuiltOn(), current.scoredOn());
        }
    }

    /**
     * What came of scoring. How many it was is null for those who do not see all customers.
     *
     * @param status {@code ok}, or {@code low-data} if there are too few customers to compare
     * @param uncounted how many purchases are in other currencies; only if all were looked through
     */
    public record Run(
            LocalDate day,
            @Nullable Integer customers,
            @Nullable Integer changed,
            String status,
            @Nullable Integer uncounted) {
        static Run of(Rfm.Run run) {
            return new Run(
                    run.day(), run.customers(), run.changed(), run.enough() ? "ok" : "low-data", run.uncounted());
        }
    }

    /** The cells in which somebody is. */
    public record Grid(List<RfmGrid.Cell> cells) {}

    @GET
    @Path("settings")
    @Requires(Segments.READ)
    public View settings() {
        return View.of(rfm.current());
    }

    /** Saves settings, sums up all purchases and scores all customers. */
    @PUT
    @Path("settings")
    @LongRunning
    @Requires(Segments.WRITE)
    public Run define(@HeaderParam("If-Match") @Nullable String ifMatch, Body body) {
        return Run.of(rfm.define(body.settings(), IfMatch.version(ifMatch)));
    }

    /** Scores all customers as of today. */
    @POST
    @Path("scores")
    @LongRunning
    @Requires(Segments.WRITE)
    public Run score() {
        return Run.of(rfm.score());
    }

    @GET
    @Path("grid")
    @Requires(Segments.READ)
    public Grid grid() {
        return new Grid(grid.cells());
    }

    @GET
    @Path("customers/{id}")
    @Requires(Segments.READ)
    public RfmGrid.Standing standing(@PathParam("id") String id) {
        return grid.of(CustomerId.of(id).value());
    }
}
