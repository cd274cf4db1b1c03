package io.clientele.events.internal;

import java.util.List;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Warns of handlers that hang. The system stays ready: everything else works. */
@Component(property = HealthCheck.NAME + "=feeds")
public final class FeedsHealth implements HealthCheck {
    private final FeedsComponent feeds;

    @Activate
    public FeedsHealth(@Reference FeedsComponent feeds) {
        this.feeds = feeds;
    }

    @Override
    public Result execute() {
        List<String> hung = feeds.running().hung();
        return hung.isEmpty()
                ? new Result(Result.Status.OK, "no feed hangs")
                : new Result(Result.Status.WARN, "these feeds hang until their module is replaced: " + hung);
    }
}
