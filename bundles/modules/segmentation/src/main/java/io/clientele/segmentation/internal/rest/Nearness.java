package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.InvalidInputException;
import io.clientele.rest.PageParams;
import io.clientele.segmentation.internal.matrix.Borders;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which customers of a matrix are asked for. */
public final class Nearness {
    @QueryParam("x")
    @Nullable
    String x;

    @QueryParam("y")
    @Nullable
    String y;

    @QueryParam("limit")
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    Borders.Wanted wanted() {
        PageParams page = PageParams.of(limit, cursor);
        return new Borders.Wanted(part("x", x), part("y", y), page.limit(), page.cursor());
    }

    private static @Nullable Integer part(String parameter, @Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(parameter, "A class is a number from 1 on");
        }
    }
}
