package io.clientele.modules.internal.store;

import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.archive.ArchiveCheck;
import io.clientele.modules.internal.archive.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Archives by the digest of their bytes. A file appears whole, checked and on the disk, or not at all. Safe for use by many threads. */
public final class ArchiveStore {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveStore.class);
    private static final String ENDING = ".jar";
    private static final String UNCHECKED = ".part";

    private final Path folder;
    private final ArchiveCheck admission;
    private final PacedWork incoming = new PacedWork("clientele-archives");
    private final ArchiveCheck again;
    private final Map<String, Archive> known = new ConcurrentHashMap<>();

    /**
     * Opens the store, and drops what a process that ended left half-way.
     *
     * @param admission what a new archive must pass
     * @param again what one that is kept must still pass: who signed it was asked when it came
     */
    public ArchiveStore(Path folder, ArchiveCheck admission, ArchiveCheck again) {
        this.folder = folder;
        this.admission = admission;
        this.again = again;
        try {
            Files.createDirectories(folder);
            for (Path left : list(UNCHECKED)) {
                Files.delete(left);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes an archive in if it is fit; fails with the reason otherwise, and nothing is left of it. */
    public Archive add(InputStream bytes) {
        try {
            Path part = Files.createTempFile(folder, "incoming", UNCHECKED);
            try {
                copy(bytes, part);
                Archive archive = incoming.call(() -> admission.check(part));
                keep(part, archive);
                return archive;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One byte more than is taken, so that the check sees that it is too long. */
    private static void copy(InputStream bytes, Path part) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = Limits.DEFAULT.packed() + 1;
        try (OutputStream out = Files.newOutputStream(part)) {
            int n = bytes.read(buffer);
            while (n >= 0 && left > 0) {
                out.write(buffer, 0, (int) Math.min(n, left));
                left -= n;
                n = bytes.read(buffer);
            }
        }
    }

    private void keep(Path part, Archive archive) throws IOException {
        sync(part, StandardOpenOption.WRITE);
        Files.move(part, file(archive.sha256()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(folder, StandardOpenOption.READ);
        known.put(archive.sha256(), archive);
    }

    static void sync(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    private Path file(String sha256) {
        return folder.resolve(sha256 + ENDING);
    }

    /** The archive with this digest, unless it is not here or not fit any more. */
    public Optional<Archive> find(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}") || !Files.exists(file(sha256))) {
            return Optional.empty();
        }
        Archive archive = known.get(sha256);
        return archive == null ? read(file(sha256)) : Optional.of(archive);
    }

    private Optional<Archive> read(Path file) {
        try {
            Archive archive = again.check(file);
            if (!file(archive.sha256()).equals(file)) {
                LOG.error("{} has been altered and is left alone", file);
                return Optional.empty();
            }
            known.put(archive.sha256(), archive);
            return Optional.of(archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (io.clientele.kernel.ConflictException e) {
            LOG.error("{} is left alone: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** The bytes of an archive. */
    public InputStream open(Archive archive) {
        try {
            return Files.newInputStream(file(archive.sha256()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every archive that is kept. */
    public List<Archive> all() {
        return list(ENDING).stream().map(this::kept).flatMap(Optional::stream).toList();
    }

    private Optional<Archive> kept(Path file) {
        String name = String.valueOf(file.getFileName());
        return find(name.substring(0, name.length() - ENDING.length()));
    }

    private List<Path> list(String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets an archive. */
    public void remove(String sha256) {
        try {
            Files.deleteIfExists(file(sha256));
            known.remove(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
