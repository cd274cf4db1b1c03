package io.clientele.modules.internal.framework;

import io.clientele.modules.internal.archive.Needs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** Who is wired to whom now, and what a new bundle would find. */
public final class Wirings {
    private final BundleContext context;

    public Wirings(BundleContext context) {
        this.context = context;
    }

    /**
     * Something that no resolved bundle satisfies.
     *
     * @param need a package with its range, or a namespace with the filter that its capability must pass
     * @param here the versions of the package that are here, or an empty text
     */
    public record Lack(String need, String here) {}

    /** What no resolved bundle satisfies. */
    public List<Lack> missing(Needs needs) {
        List<BundleCapability> offered = offered(PackageNamespace.PACKAGE_NAMESPACE);
        List<Lack> missing = new ArrayList<>();
        needs.packages().forEach((name, range) -> {
            if (!name.startsWith("java.") && offered.stream().noneMatch(c -> fits(c, name, range))) {
                missing.add(new Lack(name + " " + range, versions(offered, name)));
            }
        });
        needs.capabilities().stream()
                .filter(need -> offered(need.namespace()).stream().noneMatch(c -> need.isMetBy(c.getAttributes())))
                .forEach(need -> missing.add(new Lack(need.toString(), "")));
        return missing;
    }

    private static String versions(List<BundleCapability> offered, String name) {
        return offered.stream()
                .filter(c -> name.equals(c.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))
                .map(c -> version(c).toString())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** What the imports are wired to or would be, each as {@code package ← bundle}. */
    public SortedSet<String> wires(Map<String, String> imports) {
        List<BundleCapability> offered = offered(PackageNamespace.PACKAGE_NAMESPACE);
        SortedSet<String> wires = new TreeSet<>();
        imports.forEach((name, range) -> offered.stream()
                .filter(c -> fits(c, name, range))
                .findFirst()
                .ifPresent(c -> wires.add(wire(name, c.getRevision().getBundle()))));
        return wires;
    }

    private List<BundleCapability> offered(String namespace) {
        return Stream.of(context.getBundles())
                .filter(bundle -> !ModuleBundles.isModule(bundle))
                .map(bundle -> bundle.adapt(BundleWiring.class))
                .filter(wiring -> wiring != null)
                .flatMap(wiring -> wiring.getCapabilities(namespace).stream())
                .toList();
    }

    private static boolean fits(BundleCapability offered, String name, String range) {
        return name.equals(offered.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))
                && VersionRange.valueOf(range).includes(version(offered));
    }

    private static Version version(BundleCapability offered) {
        return (Version) offered.getAttributes().getOrDefault(Constants.VERSION_ATTRIBUTE, Version.emptyVersion);
    }

    /** Each bundle that is wired to {@code bundle}, directly or through others, as {@code other ← package ← bundle}. */
    public List<String> chains(Bundle bundle) {
        FrameworkWiring framework =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        Collection<Bundle> closure = framework.getDependencyClosure(List.of(bundle));
        return closure.stream()
                .filter(other -> !other.equals(bundle))
                .map(other -> other.getSymbolicName() + " ← " + links(other, closure))
                .sorted()
                .toList();
    }

    private static String links(Bundle bundle, Collection<Bundle> closure) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring == null
                ? "?"
                : wiring.getRequiredWires(null).stream()
                        .filter(wire -> closure.contains(wire.getProvider().getBundle()))
                        .map(Wirings::link)
                        .distinct()
                        .collect(Collectors.joining("; "));
    }

    private static String link(BundleWire wire) {
        Map<String, Object> attributes = wire.getCapability().getAttributes();
        return wire(
                attributes.get(wire.getCapability().getNamespace()),
                wire.getProvider().getBundle());
    }

    private static String wire(@Nullable Object name, Bundle provider) {
        return name + " ← " + provider.getSymbolicName();
    }
}
