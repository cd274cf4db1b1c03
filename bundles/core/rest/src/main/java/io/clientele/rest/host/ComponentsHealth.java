package io.clientele.rest.host;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/** Not ready while a part of the platform could not be made, as with a setting that makes no sense: what it offers is missing then, its own check too. */
@Component(property = HealthCheck.NAME + "=components")
public final class ComponentsHealth implements HealthCheck {
    private final BundleContext context;
    private final ServiceComponentRuntime runtime;

    @Activate
    public ComponentsHealth(BundleContext context, @Reference ServiceComponentRuntime runtime) {
        this.context = context;
        this.runtime = runtime;
    }

    @Override
    public Result execute() {
        Bundle[] platform = Arrays.stream(context.getBundles())
                .filter(StartProgress::isOfPlatform)
                .toArray(Bundle[]::new);
        String failed = runtime.getComponentDescriptionDTOs(platform).stream()
                .flatMap(part -> runtime.getComponentConfigurationDTOs(part).stream())
                .filter(part -> part.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                .map(part -> part.description.name + ": " + reason(part))
                .collect(Collectors.joining("; "));
        return failed.isEmpty()
                ? new Result(Result.Status.OK, "every part is made")
                : new Result(Result.Status.CRITICAL, failed);
    }

    /** What is at the bottom of it; the rest is in the log. */
    static String reason(ComponentConfigurationDTO part) {
        String trace = part.failure == null ? "" : part.failure;
        return trace.lines()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((first, next) -> next)
                .map(line -> line.substring("Caused by: ".length()))
                .orElse(trace.lines().findFirst().orElse("see the log"));
    }
}
