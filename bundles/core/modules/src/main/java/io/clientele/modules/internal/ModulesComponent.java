package io.clientele.modules.internal;

import io.clientele.access.Audit;
import io.clientele.access.Callers;
import io.clientele.facts.Facts;
import io.clientele.kernel.Ids;
import io.clientele.modules.Modules;
import io.clientele.modules.internal.store.RemoteRepositories;
import io.clientele.modules.spi.FilterUse;
import io.clientele.persistence.Database;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Schemas;
import io.clientele.persistence.Transactions;
import io.clientele.rest.Routes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** The life cycle of modules in the running system, from one configuration. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "io.clientele.modules")
public final class ModulesComponent {
    /** {@code etc/io.clientele.modules.cfg}. */
    @interface Config {
        /** Whether archives that nobody signed are taken; for whoever writes modules. */
        boolean developmentMode() default false;

        /** The folder of archives; empty for {@code modules} in the data folder. */
        String folder() default "";

        /** The folder of certificates that modules may be signed with; empty for {@code trusted} in the folder of settings. */
        String trusted() default "";

        /** Files and https addresses that list features on offer; empty for {@code modules/features.xml} in the folder of the program. */
        String[] repositories() default {};

        /** The folder of certificates of hosts of such lists that Java does not know; empty for {@code trusted-hosts} in the folder of settings. */
        String repositoryCertificates() default "";

        /** How often lists on other hosts are read. */
        int repositoryMinutes() default 15;

        /** Modules that are installed from there when they never were before. */
        String[] initial() default {};

        int startSeconds() default 20;

        int verifySeconds() default 5;

        int waitSeconds() default 45;

        int leakCheckSeconds() default 30;

        /** After how many starts in a row that took the process down a module is in quarantine. */
        int startDeaths() default 1;

        /** The packages a module may import; {@code .*} at the end stands for all below as well. */
        String[] api() default {
            "com.fasterxml.jackson.*",
            "io.clientele.access",
            "io.clientele.events",
            "io.clientele.events.spi",
            "io.clientele.facts",
            "io.clientele.facts.spi",
            "io.clientele.kernel",
            "io.clientele.modules.spi",
            "io.clientele.persistence",
            "io.clientele.registry",
            "io.clientele.registry.spi",
            "io.clientele.rest",
            "io.micrometer.core.instrument",
            "jakarta.annotation.*",
            "jakarta.persistence.*",
            "jakarta.validation.*",
            "jakarta.ws.rs.*",
            "javax.crypto.*",
            "javax.net.*",
            "javax.security.*",
            "javax.sql",
            "javax.xml.*",
            "org.apache.felix.hc.api",
            "org.apache.openjpa.*",
            "org.jspecify.annotations",
            "org.osgi.framework",
            "org.osgi.service.component.*",
            "org.osgi.service.jakartars.*",
            "org.slf4j",
            "org.w3c.dom.*",
            "org.xml.sax.*"
        };
    }

    private final Workshop workshop;
    private final ServiceRegistration<Modules> registration;

    @Activate
    public ModulesComponent(
            BundleContext context,
            Config config,
            @Reference Transactions transactions,
            @Reference(target = "(bundle=io.clientele.modules)") Schema schema,
            @Reference Schemas schemas,
            @Reference Database database,
            @Reference Callers callers,
            @Reference Audit audit,
            @Reference Ids ids,
            @Reference Facts facts,
            @Reference Routes routes,
            @Reference ServiceComponentRuntime components) {
        Surroundings surroundings = new Surroundings(transactions, schemas, callers, audit, ids, Clock.systemUTC());
        workshop = new Workshop(
                context,
                settings(context, config),
                surroundings,
                new Workshop.Neighbours(database, facts, routes, components));
        registration = context.registerService(Modules.class, workshop.modules(), null);
        workshop.open();
    }

    private static Settings settings(BundleContext context, Config config) {
        Path home = Path.of(String.valueOf(context.getProperty("karaf.home")));
        return new Settings(
                config.developmentMode(),
                folder(config.folder(), context.getProperty("karaf.data"), "modules"),
                folder(config.trusted(), context.getProperty("karaf.etc"), "trusted"),
                offering(
                        config,
                        home,
                        folder(config.repositoryCertificates(), context.getProperty("karaf.etc"), "trusted-hosts")),
                each(config.initial()),
                Duration.ofSeconds(config.startSeconds()),
                Duration.ofSeconds(config.verifySeconds()),
                Duration.ofSeconds(config.waitSeconds()),
                Duration.ofSeconds(config.leakCheckSeconds()),
                config.startDeaths(),
                List.of(config.api()));
    }

    /** A configuration file holds a list as one text. */
    private static List<String> each(String[] configured) {
        return Stream.of(configured)
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static Settings.Offering offering(Config config, Path home, Path certificates) {
        List<String> named = each(config.repositories());
        return new Settings.Offering(
                named.isEmpty()
                        ? List.of(home.resolve("modules").resolve("features.xml"))
                        : named.stream()
                                .filter(place -> !RemoteRepositories.isAddress(place))
                                .map(Path::of)
                                .toList(),
                home.resolve("system"),
                named.stream().filter(RemoteRepositories::isAddress).toList(),
                certificates,
                Duration.ofMinutes(config.repositoryMinutes()));
    }

    private static Path folder(String configured, String base, String otherwise) {
        return configured.isEmpty() ? Path.of(String.valueOf(base), otherwise) : Path.of(configured);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addFilterUse(FilterUse use) {
        workshop.planner().add(use);
    }

    void removeFilterUse(FilterUse use) {
        workshop.planner().remove(use);
    }

    /** Modules run on: a component that comes after this one finds them. */
    @Deactivate
    void close() {
        registration.unregister();
        workshop.close();
    }
}
