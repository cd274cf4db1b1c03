package io.clientele.rest.host;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Not ready before every bundle that is to start has been started: until then an operation may be missing that will be there. */
@Component(property = HealthCheck.NAME + "=start")
public final class StartProgress implements HealthCheck {
    /** The framework property that tells the last start level. The framework's own is another one while it waits for its lock. */
    private static final String LAST_LEVEL = "clientele.start.level";

    private final FrameworkStartLevel framework;
    private final int last;

    @Activate
    public StartProgress(BundleContext context) {
        framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class);
        String configured = context.getProperty(LAST_LEVEL);
        last = configured == null ? 1 : Integer.parseInt(configured);
    }

    @Override
    public Result execute() {
        int reached = framework.getStartLevel();
        return reached >= last
                ? new Result(Result.Status.OK, "every bundle is started")
                : new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "start level " + reached + " of " + last);
    }
}
