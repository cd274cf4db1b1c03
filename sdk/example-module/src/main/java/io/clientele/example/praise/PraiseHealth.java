package io.clientele.example.praise;

import io.clientele.events.Feeds;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Warns while praise was given that could not be counted. */
@Component(property = HealthCheck.NAME + "=praise")
public final class PraiseHealth implements HealthCheck {
    private final Feeds feeds;

    @Activate
    public PraiseHealth(@Reference Feeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public Result execute() {
        boolean parked = feeds.status().stream()
                .anyMatch(feed -> feed.name().equals(PraiseTotals.FEED) && feed.parked() > 0);
        return parked
                ? new Result(Result.Status.WARN, "some praise is not counted; see /api/v1/feeds/praise/parked")
                : new Result(Result.Status.OK, "all praise is counted");
    }
}
