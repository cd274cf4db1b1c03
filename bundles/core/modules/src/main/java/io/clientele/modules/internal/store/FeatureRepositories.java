package io.clientele.modules.internal.store;

import io.clientele.kernel.ConflictException;
import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.archive.ArchiveCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

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
    private final ArchiveCheck admission;
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    /** What a file was found to be, for as long as it does not change. Without an archive, it is not fit. */
    private record Known(FileTime changed, long bytes, Optional<Archive> archive) {}

    /**
     * Reads {@code lists}; what is missing offers nothing.
     *
     * @param mavenFolder where {@code mvn:} leads
     * @param admission what an archive must pass
     */
    public FeatureRepositories(List<Path> lists, Path mavenFolder, ArchiveCheck admission) {
        this.lists = List.copyOf(lists);
        this.mavenFolder = mavenFolder;
        this.admission = admission;
    }

    /** What is on offer now. */
    public List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        for (Path list : lists) {
            if (Files.isReadable(list)) {
                try {
                    read(list, offers);
                } catch (IOException | SAXException | InvalidPathException e) {
                    LOG.error("The feature repository {} cannot be read: {}", list, e.getMessage());
                }
            }
        }
        return offers;
    }

    private void read(Path list, List<Offer> offers) throws IOException, SAXException {
        Element root = parse(list);
        NodeList features = root.getElementsByTagNameNS("*", "feature");
        for (int i = 0; i < features.getLength(); i++) {
            NodeList bundles = ((Element) features.item(i)).getElementsByTagNameNS("*", "bundle");
            if (bundles.getLength() == 1) {
                Path file = locate(list, bundles.item(0).getTextContent().strip());
                archive(file).ifPresent(archive -> offers.add(new Offer(root.getAttribute("name"), file, archive)));
            }
        }
    }

    private static Element parse(Path list) throws IOException, SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(list.toFile()).getDocumentElement();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Java's own parser knows these features", e);
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

    private Optional<Archive> archive(Path file) throws IOException {
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
