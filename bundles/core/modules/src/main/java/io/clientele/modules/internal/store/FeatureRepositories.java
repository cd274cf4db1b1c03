package io.clientele.modules.internal.store;

import io.clientele.modules.internal.archive.ArchiveCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that list Karaf features on this machine. A feature that consists of one bundle, which is a module's archive, is on offer; its
 * location is a file relative to the list, or {@code mvn:} for one below the folder that is laid out like a Maven repository. Each is read
 * anew whenever it is asked for, as administrators put files there while the system runs. Safe for use by many threads.
 */
public final class FeatureRepositories {
    private static final Logger LOG = LoggerFactory.getLogger(FeatureRepositories.class);
    private static final String MVN = "mvn:";

    private final List<Path> lists;
    private final Path mavenFolder;
    private final CheckedFiles files;

    /**
     * Reads {@code lists}; what is missing offers nothing.
     *
     * @param mavenFolder where {@code mvn:} leads
     * @param admission what an archive must pass
     */
    public FeatureRepositories(List<Path> lists, Path mavenFolder, ArchiveCheck admission) {
        this.lists = List.copyOf(lists);
        this.mavenFolder = mavenFolder;
        this.files = new CheckedFiles(admission);
    }

    /** What is on offer now. */
    public List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        for (Path list : lists) {
            if (Files.isReadable(list)) {
                try {
                    read(list, offers);
                } catch (IOException | InvalidPathException e) {
                    LOG.error("The feature repository {} cannot be read: {}", list, e.getMessage());
                }
            }
        }
        return offers;
    }

    private void read(Path list, List<Offer> offers) throws IOException {
        FeatureList features;
        try (InputStream in = Files.newInputStream(list)) {
            features = FeatureList.read(in);
        }
        for (String location : features.locations()) {
            Path file = locate(list, location);
            files.archive(file).ifPresent(archive -> offers.add(new Offer(features.name(), file, archive)));
        }
    }

    private Path locate(Path list, String location) {
        if (!location.startsWith(MVN)) {
            return list.resolveSibling(location).normalize();
        }
        String[] parts = location.substring(MVN.length()).split("/", 3);
        if (parts.length < 3) {
            throw new InvalidPathException(location, "it is not mvn:group/artifact/version");
        }
        return mavenFolder
                .resolve(parts[0].replace('.', '/'))
                .resolve(parts[1])
                .resolve(parts[2])
                .resolve(parts[1] + "-" + parts[2] + ".jar");
    }
}
