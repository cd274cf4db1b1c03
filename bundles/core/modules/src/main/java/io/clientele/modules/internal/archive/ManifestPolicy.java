package io.clientele.modules.internal.archive;

import io.clientele.modules.internal.archive.Clauses.Clause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;

/**
 * What a module's manifest must and must not say.
 *
 * @param api packages a module may import, each a name, or with {@code .*} at its end a name and all below it
 * @param platform what is there already
 */
public record ManifestPolicy(List<String> api, PlatformPackages platform) {
    private static final Pattern MODULE = Pattern.compile("[a-z][a-z0-9]{1,30}");
    private static final Pattern SYMBOLIC_NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    /** Areas of the platform, and what its tables begin with. */
    static final Set<String> RESERVED = Set.of(
            "access",
            "admin",
            "clientele",
            "console",
            "core",
            "events",
            "facts",
            "kernel",
            "modules",
            "persistence",
            "pg",
            "registry",
            "rest",
            "shell",
            "web");

    private static final String API_VERSION = "1";
    private static final List<String> FORBIDDEN = List.of(
            "Fragment-Host",
            "DynamicImport-Package",
            "Bundle-NativeCode",
            "Require-Bundle",
            "ExtensionBundle-Activator",
            "Launcher-Agent-Class",
            "Premain-Class",
            "Agent-Class",
            "Class-Path");
    private static final Set<String> NEEDS =
            Set.of("osgi.ee", "osgi.extender", "osgi.service", "osgi.contract", "osgi.implementation");
    private static final Set<String> OFFERS = Set.of("osgi.service");

    /** Knows what belongs to the platform. */
    public interface PlatformPackages {
        /** Whether a bundle of the platform exports this package. */
        boolean exports(String name);

        /** Whether a bundle of the platform has this symbolic name. */
        boolean isBundle(String symbolicName);
    }

    /** What the manifest says of the module itself. */
    record Said(String name, String symbolicName, Version version, Needs needs, List<String> exports) {}

    Said check(Attributes manifest) {
        for (String name : FORBIDDEN) {
            if (manifest.getValue(name) != null) {
                throw Refusal.because("its manifest holds " + name);
            }
        }
        String name = module(manifest);
        if (RESERVED.contains(name)) {
            throw Refusal.because(name + " is the name of an area of the platform");
        }
        if (!API_VERSION.equals(manifest.getValue("Clientele-Api"))) {
            throw Refusal.because("it was made for another interface; Clientele-Api must be " + API_VERSION);
        }
        if (!"2".equals(manifest.getValue("Bundle-ManifestVersion"))) {
            throw Refusal.because("it is no bundle; Bundle-ManifestVersion must be 2");
        }
        namespaces(manifest, "Require-Capability", NEEDS);
        namespaces(manifest, "Provide-Capability", OFFERS);
        Needs needs = new Needs(imports(manifest), capabilities(manifest));
        return new Said(name, symbolicName(manifest), version(manifest), needs, exports(manifest));
    }

    private static String module(Attributes manifest) {
        String value = manifest.getValue("Clientele-Module");
        if (value == null) {
            throw Refusal.because("its manifest holds no Clientele-Module, which names the module");
        }
        if (!MODULE.matcher(value.strip()).matches()) {
            throw Refusal.because("its Clientele-Module is " + EntryNames.shown(value)
                    + "; a name is 2 to 31 lower-case letters and digits, the first a letter");
        }
        return value.strip();
    }

    private String symbolicName(Attributes manifest) {
        List<Clause> clauses = Clauses.of(manifest.getValue("Bundle-SymbolicName"));
        String name = clauses.size() == 1 ? clauses.get(0).paths().get(0) : "";
        if (!SYMBOLIC_NAME.matcher(name).matches()) {
            throw Refusal.because("its manifest holds no valid Bundle-SymbolicName");
        }
        if (platform.isBundle(name)) {
            throw Refusal.because(name + " is the name of a bundle of the platform");
        }
        return name;
    }

    private static Version version(Attributes manifest) {
        try {
            String version = manifest.getValue("Bundle-Version");
            return Version.valueOf(version == null ? "" : version.strip());
        } catch (IllegalArgumentException e) {
            throw Refusal.because("its manifest holds no valid Bundle-Version");
        }
    }

    private Map<String, String> imports(Attributes manifest) {
        Map<String, String> imports = new LinkedHashMap<>();
        for (Clause clause : Clauses.of(manifest.getValue("Import-Package"))) {
            for (String path : clause.paths()) {
                if (!isApi(path)) {
                    throw notApi(path);
                }
                if (!clause.parameter("resolution:", "").equals("optional")) {
                    imports.put(path, clause.parameter("version", "0"));
                }
            }
        }
        return imports;
    }

    private RuntimeException notApi(String path) {
        if (path.startsWith("io.clientele.") || platform.exports(path)) {
            return Refusal.because("it imports " + EntryNames.shown(path) + ", which is not for modules");
        }
        return Refusal.because(
                "it imports " + EntryNames.shown(path) + ", which is not here; a library goes into the archive itself");
    }

    private boolean isApi(String name) {
        return name.startsWith("java.")
                || api.stream()
                        .anyMatch(allowed -> allowed.endsWith(".*")
                                ? (name + ".").startsWith(allowed.substring(0, allowed.length() - 1))
                                : name.equals(allowed));
    }

    /** Those without which the framework would not resolve the bundle. */
    private static List<Needs.Capability> capabilities(Attributes manifest) {
        return Clauses.of(manifest.getValue("Require-Capability")).stream()
                .filter(clause -> !clause.parameter("resolution:", "").equals("optional"))
                .filter(clause -> clause.parameter("effective:", "resolve").equals("resolve"))
                .flatMap(clause -> clause.paths().stream()
                        .map(namespace -> new Needs.Capability(namespace, filter(clause.parameter("filter:", "")))))
                .toList();
    }

    private static @Nullable Filter filter(String text) {
        try {
            return text.isBlank() ? null : FrameworkUtil.createFilter(text.strip());
        } catch (InvalidSyntaxException e) {
            throw Refusal.because("its Require-Capability holds an invalid filter");
        }
    }

    private List<String> exports(Attributes manifest) {
        List<String> exports = Clauses.of(manifest.getValue("Export-Package")).stream()
                .flatMap(clause -> clause.paths().stream())
                .toList();
        for (String name : exports) {
            if (isApi(name) || platform.exports(name)) {
                throw Refusal.because("it exports " + EntryNames.shown(name) + ", which belongs to the platform");
            }
        }
        return exports;
    }

    private static void namespaces(Attributes manifest, String header, Set<String> allowed) {
        for (Clause clause : Clauses.of(manifest.getValue(header))) {
            for (String namespace : clause.paths()) {
                if (!allowed.contains(namespace) || clause.toString().contains("osgi.woven")) {
                    throw Refusal.because("its " + header + " names " + EntryNames.shown(namespace));
                }
            }
        }
    }
}
