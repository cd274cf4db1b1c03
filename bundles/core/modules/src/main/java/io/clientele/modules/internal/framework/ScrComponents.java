package io.clientele.modules.internal.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Asks the framework's component runtime. */
public final class ScrComponents implements Components {
    private static final String RESOURCE = "osgi.jakartars.resource";
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
                    unready.add(component.name + " " + reason(one));
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

    private static String reason(ComponentConfigurationDTO configuration) {
        return switch (configuration.state) {
            case ComponentConfigurationDTO.FAILED_ACTIVATION -> "failed to activate";
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> "has no configuration";
            default ->
                "waits for "
                        + Stream.of(configuration.unsatisfiedReferences)
                                .map(r -> r.target == null ? r.name : r.name + " " + r.target)
                                .collect(Collectors.joining(", "));
        };
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
