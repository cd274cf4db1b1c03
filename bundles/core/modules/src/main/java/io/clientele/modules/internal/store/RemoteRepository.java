package io.clientele.modules.internal.store;

import io.clientele.modules.ModuleRepository;
import io.clientele.modules.internal.archive.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list of features on another host, and a copy of what it offers in a folder of its own. What it lists lies on the same host, at the same port:
 * a list leads nowhere that the administrator has not named. Read by one thread at a time; what was found last may be asked for by any.
 */
final class RemoteRepository {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteRepository.class);
    private static final long LIST_BYTES = 1L << 20;
    private static final long ALL_BYTES = 512L << 20;
    private static final int MOST = 100;
    private static final int NAME_BYTES = 16;
    private final String list;
    private final Path folder;
    private final CheckedFiles files;
    private final Clock clock;
    private volatile Found found = new Found(List.of(), null, "it has not been asked yet");

    private record Found(List<Offer> offers, @Nullable Instant readAt, @Nullable String problem) {}

    RemoteRepository(String list, Path folders, CheckedFiles files, Clock clock) {
        this.list = list;
        this.folder = folders.resolve(name(list));
        this.files = files;
        this.clock = clock;
    }

    private static String name(String address) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    List<Offer> offers() {
        return found.offers();
    }

    ModuleRepository state() {
        Found now = found;
        return new ModuleRepository(
                list.replaceFirst("//[^/]*@", "//…@"), now.offers().size(), now.readAt(), now.problem());
    }

    /** How it is read this time. */
    interface Way {
        Download open() throws IOException;
    }

    /** Reads it anew. If that is not possible, what was found before stays on offer. */
    void refresh(Way way) {
        try {
            URI address = address();
            Download download = way.open();
            Files.createDirectories(folder);
            Path file = folder.resolve("features.xml");
            download.fetch(address, file, LIST_BYTES);
            FeatureList features;
            try (InputStream in = Files.newInputStream(file)) {
                features = FeatureList.read(in);
            }
            take(address, features, download);
        } catch (IOException e) {
            found = new Found(found.offers(), found.readAt(), e.getMessage());
        } catch (RuntimeException e) {
            // Whatever a host sends, it must not end the readings to come.
            LOG.error("{} cannot be read", state().address(), e);
            found = new Found(found.offers(), found.readAt(), "it cannot be read; the log says why");
        }
    }

    private URI address() throws IOException {
        try {
            URI address = URI.create(list);
            if ("https".equals(address.getScheme()) && address.getHost() != null && address.getRawUserInfo() == null) {
                return address;
            }
            throw new IOException("only https addresses without a user are read");
        } catch (IllegalArgumentException e) {
            throw new IOException("it is no address", e);
        }
    }

    /** What cannot be fetched is left out; the others are on offer all the same. */
    private void take(URI from, FeatureList features, Download download) throws IOException {
        List<Offer> offers = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<Path> wanted = new HashSet<>();
        long left = ALL_BYTES;
        for (String location : features.locations().stream().limit(MOST).toList()) {
            try {
                URI address = located(from, location);
                Path file = folder.resolve(name(address.toString()) + ".jar");
                wanted.add(file);
                left -= download.fetch(address, file, Math.min(left, Limits.DEFAULT.packed()));
                files.archive(file)
                        .ifPresentOrElse(
                                archive -> offers.add(new Offer(features.name(), file, archive)),
                                () -> problems.add(
                                        location + " is no archive that may be installed; the log says why"));
            } catch (IOException e) {
                problems.add(location + ": " + e.getMessage());
            }
        }
        if (features.locations().size() > MOST) {
            problems.add("only the first " + MOST + " features are read");
        }
        found = new Found(
                List.copyOf(offers), clock.instant(), problems.isEmpty() ? null : String.join("; ", problems));
        forget(wanted);
    }

    private URI located(URI from, String location) throws IOException {
        try {
            URI address = from.resolve(location);
            if (!"https".equals(address.getScheme())
                    || address.getHost() == null
                    || !address.getHost()
                            .toLowerCase(Locale.ROOT)
                            .equals(from.getHost().toLowerCase(Locale.ROOT))
                    || address.getPort() != from.getPort()
                    || address.getRawUserInfo() != null) {
                throw new IOException("it is not on the host of its list");
            }
            return address;
        } catch (IllegalArgumentException e) {
            throw new IOException("it is no address", e);
        }
    }

    private void forget(Set<Path> wanted) throws IOException {
        try (Stream<Path> there = Files.list(folder)) {
            for (Path file : (Iterable<Path>) there::iterator) {
                Path archive = file.toString().endsWith(".tag")
                        ? file.resolveSibling(file.getFileName().toString().replaceFirst("\\.tag$", ""))
                        : file;
                if (archive.toString().endsWith(".jar") && !wanted.contains(archive)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
