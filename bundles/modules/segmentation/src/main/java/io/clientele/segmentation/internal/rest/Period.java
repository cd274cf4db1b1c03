package io.clientele.segmentation.internal.rest;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The two days that customers are compared between, as they are asked for. */
public final class Period {
    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("discount")
    @Nullable
    String discount;

    LocalDate first() {
        return Given.day("from", from);
    }

    LocalDate last() {
        return Given.day("to", to);
    }

    /** What customers bring in such a period, if a discount was given. */
    MatrixMoves.@Nullable Earning earning(Supplier<List<Double>> rewards) {
        return discount == null ? null : new MatrixMoves.Earning(rewards.get(), Given.discount(discount));
    }
}
