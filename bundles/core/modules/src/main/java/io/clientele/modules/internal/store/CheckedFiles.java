package io.clientele.modules.internal.store;

import io.clientele.kernel.ConflictException;
import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.archive.ArchiveCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files and the archives that they hold, each checked anew when it changes. Safe for use by many threads. */
final class CheckedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(CheckedFiles.class);
    private final ArchiveCheck admission;
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    /** What a file was found to be, for as long as it does not change. Without an archive, it is not fit. */
    private record Known(FileTime changed, long bytes, Optional<Archive> archive) {}

    CheckedFiles(ArchiveCheck admission) {
        this.admission = admission;
    }

    /** The archive in this file, if it is there and fit; the log says why if not. */
    Optional<Archive> archive(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            LOG.warn("{} is on offer but not there", file);
            return Optional.empty();
        }
        FileTime changed = Files.getLastModifiedTime(file);
        Known before = known.get(file);
        if (before != null && before.changed().equals(changed) && before.bytes() == Files.size(file)) {
            return before.archive();
        }
        Optional<Archive> archive = check(file);
        known.put(file, new Known(changed, Files.size(file), archive));
        return archive;
    }

    private Optional<Archive> check(Path file) throws IOException {
        try {
            return Optional.of(admission.check(file));
        } catch (ConflictException e) {
            LOG.warn("{} is on offer but not fit: {}", file, e.getMessage());
            return Optional.empty();
        }
    }
}
