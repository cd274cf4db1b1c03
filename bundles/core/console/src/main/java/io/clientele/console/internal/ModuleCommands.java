package io.clientele.console.internal;

import io.clientele.access.Callers;
import io.clientele.modules.Modules;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The commands {@code crm:module-…}, which do what {@code /api/v1/modules} does. Whoever has the shell has the server, so they run as the
 * system.
 */
@Component(
        service = {},
        immediate = true)
public final class ModuleCommands {
    private static final String SCOPE = "crm";

    private final List<ServiceRegistration<Function>> registrations = new ArrayList<>();

    @Activate
    public ModuleCommands(BundleContext context, @Reference Modules modules, @Reference Callers callers) {
        new ModuleVerbs(modules).all().forEach((name, verb) -> {
            Function command = (session, words) -> {
                Words arguments = new Words(name, words.stream().map(String::valueOf));
                return callers.as(callers.system(), () -> verb.answer(arguments));
            };
            Dictionary<String, Object> properties = FrameworkUtil.asDictionary(
                    Map.of("osgi.command.scope", SCOPE, "osgi.command.function", "module-" + name));
            registrations.add(context.registerService(Function.class, command, properties));
        });
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}
