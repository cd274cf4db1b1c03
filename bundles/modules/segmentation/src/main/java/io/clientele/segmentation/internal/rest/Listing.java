package io.clientele.segmentation.internal.rest;

import io.clientele.facts.CustomerQuery;
import io.clientele.rest.PageParams;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** In which order and from where on a list of customers is asked for. */
public final class Listing {
    @QueryParam("sort")
    @Nullable
    String sort;

    @QueryParam("limit")
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    @QueryParam("total")
    @Nullable
    String total;

    /** Those whom {@code filter} finds. */
    CustomerQuery of(@Nullable String filter) {
        PageParams page = PageParams.of(limit, cursor);
        return new CustomerQuery(filter, sort, page.limit(), page.cursor(), "true".equals(total));
    }
}
