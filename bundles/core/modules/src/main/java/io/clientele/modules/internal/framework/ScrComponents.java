package io.clientele.modules.internal.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Asks the framework's component runtime. */
public final class ScrComponents implements Components {
    private static final String RESOURCE = "osgi.jakartars.resource";
    private static final String CAUSE = "Caused by: ";
    private final ServiceComponentRuntime runtime;

    public ScrComponents(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public List<String> unready(Bundle bundle) {
        List<String> unready = new ArrayList<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
            for (ComponentConfigurationDTO one : runtime.getComponentConfigurationDTOs(component)) {
                if (one.state != ComponentConfigurationDTO.SATISFIED && one.state != ComponentConfigurationDTO.ACTIVE) {
                    unready.add(component.name + " " + reason(component, one));
                }
            }
        }
        return unready;
    }

    @Override
    public List<String> unread(Bundle bundle) {
        Set<String> known = runtime.getComponentDescriptionDTOs(bundle).stream()
                .map(component -> component.name)
                .collect(Collectors.toSet());
        return ComponentFiles.of(bundle).entrySet().stream()
                .filter(file -> file.getValue().isEmpty() || !known.containsAll(file.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String reason(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        return switch (configuration.state) {
            case ComponentConfigurationDTO.FAILED_ACTIVATION -> "failed to activate" + thrown(configuration.failure);
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> "has no configuration";
            default ->
                "waits for "
                        + Stream.of(configuration.unsatisfiedReferences)
                                .map(r -> service(component, r.name) + (r.target == null ? "" : " " + r.target))
                                .collect(Collectors.joining(", "));
        };
    }

    /** What a reference is to: its own name may be nothing but a number. */
    private static String service(ComponentDescriptionDTO component, String reference) {
        return Stream.of(component.references)
                .filter(r -> r.name.equals(reference))
                .map(r -> r.interfaceName)
                .findFirst()
                .orElse(reference);
    }

    /** What the component threw, and where, out of a stack trace: the last cause is what it began with. */
    private static String thrown(@Nullable String trace) {
        if (trace == null) {
            return "";
        }
        List<String> lines = trace.lines().toList();
        int cause = 0;
        for (int i = 0; i < lines.size(); i++) {
            cause = lines.get(i).startsWith(CAUSE) ? i : cause;
        }
        String message = lines.get(cause).replace(CAUSE, "");
        String place = lines.size() > cause + 1 ? " " + lines.get(cause + 1).strip() : "";
        return ": " + message + place;
    }

    @Override
    public Set<String> resources(Bundle bundle) {
        return runtime.getComponentDescriptionDTOs(bundle).stream()
                .filter(component ->
                        String.valueOf(component.properties.get(RESOURCE)).equals("true"))
                .map(component -> component.implementationClass)
                .collect(Collectors.toSet());
    }
}
