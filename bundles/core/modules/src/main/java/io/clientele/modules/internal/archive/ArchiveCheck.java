package io.clientele.modules.internal.archive;

import io.clientele.modules.internal.archive.Archive.Contents;
import io.clientele.modules.internal.archive.ManifestPolicy.Said;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Finds out whether a file is a module's archive that may be installed. It reads and writes nothing but that file. */
public final class ArchiveCheck {
    private static final String OWN = "META-INF/clientele/";
    private static final String SCRIPTS = OWN + "migrations/";
    private static final String SCREENS = OWN + "screens.json";
    private static final String FACTS = OWN + "facts.txt";
    private static final Pattern NESTED = Pattern.compile(".*\\.(jar|zip|war|kar|ear)", Pattern.CASE_INSENSITIVE);

    private final Limits limits;
    private final ManifestPolicy policy;
    private final @Nullable Trust trust;

    /** Without {@code trust}, as in development mode, an archive that nobody signed is taken too. */
    public ArchiveCheck(Limits limits, ManifestPolicy policy, @Nullable Trust trust) {
        this.limits = limits;
        this.policy = policy;
        this.trust = trust;
    }

    /** Fails with a {@code ConflictException} that says what is wrong. */
    public Archive check(Path file) throws IOException {
        if (Files.size(file) > limits.packed()) {
            throw Refusal.because("it is longer than " + limits.packed() + " bytes");
        }
        try {
            List<ZipDirectory.Entry> entries = ZipDirectory.read(file, limits);
            EntryNames.check(entries);
            Findings findings =
                    new Findings(entries.stream().map(ZipDirectory.Entry::name).collect(Collectors.toSet()));
            EntryLengths.check(file, limits);
            SignedJar.Read read = new SignedJar(trust).read(file, findings);
            Attributes manifest = read.manifest().getMainAttributes();
            Said said = policy.check(manifest);
            checkNested(manifest, entries);
            findings.checkRoots();
            Scripts.check(said.name(), findings.scripts);
            return new Archive(
                    said.name(), said.symbolicName(), said.version(), sha256(file), read.signer(), findings.of(said));
        } catch (ZipException e) {
            throw Refusal.because("it is not a whole zip file");
        }
    }

    private static void checkNested(Attributes manifest, List<ZipDirectory.Entry> entries) {
        List<String> known = Clauses.of(manifest.getValue("Bundle-ClassPath")).stream()
                .flatMap(clause -> clause.paths().stream())
                .toList();
        for (ZipDirectory.Entry entry : entries) {
            if (NESTED.matcher(entry.name()).matches() && !known.contains(entry.name())) {
                throw Refusal.because(EntryNames.shown(entry.name()) + " is not on the Bundle-ClassPath");
            }
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What the entries hold. */
    private static final class Findings implements SignedJar.Sink {
        private final Set<String> entries;
        private final Map<String, String> scripts = new TreeMap<>();
        private final List<ResourceClass> resources = new ArrayList<>();
        private final SortedSet<String> screens = new TreeSet<>();
        private final SortedSet<String> facts = new TreeSet<>();

        Findings(Set<String> entries) {
            this.entries = entries;
        }

        @Override
        public boolean wants(String name) {
            return name.endsWith(".class")
                    || (name.startsWith(SCRIPTS) && !name.endsWith("/"))
                    || name.equals(SCREENS)
                    || name.equals(FACTS);
        }

        @Override
        public void take(String name, byte[] bytes) {
            if (name.endsWith(".class")) {
                ResourceClass.read(bytes).ifPresent(resources::add);
            } else if (name.startsWith(SCRIPTS)) {
                scripts.put(name.substring(SCRIPTS.length()), new String(bytes, StandardCharsets.UTF_8));
            } else if (name.equals(SCREENS)) {
                screens.addAll(ScreenList.read(bytes, entries));
            } else {
                facts.addAll(new String(bytes, StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
            }
        }

        /** Of two resources with the same path in front only one would be served. */
        void checkRoots() {
            Map<String, String> owners = new TreeMap<>();
            for (ResourceClass resource : resources) {
                String other = owners.putIfAbsent(ResourceClass.shape(resource.root()), resource.className());
                if (other != null) {
                    throw Refusal.because(other + " and " + resource.className() + " both serve " + resource.root());
                }
            }
        }

        Contents of(Said said) {
            return new Contents(
                    said.needs(),
                    said.exports(),
                    resources,
                    scripts,
                    Scripts.tables(said.name(), scripts),
                    screens,
                    facts);
        }
    }
}
