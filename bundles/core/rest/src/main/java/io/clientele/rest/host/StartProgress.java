package io.clientele.rest.host;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Not ready before every bundle of the platform that is to start has been started: until then an operation may be missing that will be there. Nor while one
 * of them could not be resolved, or failed as it was started.
 */
@Component(property = HealthCheck.NAME + "=start")
public final class StartProgress implements HealthCheck {
    /** The framework property that tells the last start level. The framework's own is another one while it waits for its lock. */
    private static final String LAST_LEVEL = "clientele.start.level";

    private static final String PLATFORM = "io.clientele.";

    private final BundleContext context;
    private final FrameworkStartLevel framework;
    private final int last;

    @Activate
    public StartProgress(BundleContext context) {
        this.context = context;
        framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class);
        String configured = context.getProperty(LAST_LEVEL);
        last = configured == null ? 1 : Integer.parseInt(configured);
    }

    @Override
    public Result execute() {
        int reached = framework.getStartLevel();
        if (reached < last) {
            return new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "start level " + reached + " of " + last);
        }
        String missing = Arrays.stream(context.getBundles())
                .filter(bundle -> isOfPlatform(bundle) && isWanted(bundle, reached))
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(Bundle::getSymbolicName)
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? new Result(Result.Status.OK, "every bundle is started")
                : new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "not started: " + missing);
    }

    /** Modules have a life cycle, and a check, of their own. */
    static boolean isOfPlatform(Bundle bundle) {
        String name = bundle.getSymbolicName();
        return name != null
                && name.startsWith(PLATFORM)
                && bundle.getHeaders("").get("Clientele-Module") == null
                && bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null;
    }

    private static boolean isWanted(Bundle bundle, int reached) {
        BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
        return level != null && level.isPersistentlyStarted() && level.getStartLevel() <= reached;
    }
}
