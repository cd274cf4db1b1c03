package io.clientele.modules.internal.framework;

import io.clientele.modules.internal.archive.ManifestPolicy.PlatformPackages;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;

/** The platform is every bundle that is no module. */
public final class WiredPlatform implements PlatformPackages {
    private final BundleContext context;

    public WiredPlatform(BundleContext context) {
        this.context = context;
    }

    @Override
    public boolean exports(String name) {
        return platform()
                .map(bundle -> bundle.adapt(BundleWiring.class))
                .filter(wiring -> wiring != null)
                .flatMap(wiring -> wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
                .anyMatch(c -> name.equals(c.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)));
    }

    @Override
    public boolean isBundle(String symbolicName) {
        return platform().anyMatch(bundle -> symbolicName.equals(bundle.getSymbolicName()));
    }

    /** The symbolic names of its bundles. */
    public Set<String> bundles() {
        return platform()
                .map(bundle -> String.valueOf(bundle.getSymbolicName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Bundle> platform() {
        return Stream.of(context.getBundles()).filter(bundle -> !ModuleBundles.isModule(bundle));
    }
}
