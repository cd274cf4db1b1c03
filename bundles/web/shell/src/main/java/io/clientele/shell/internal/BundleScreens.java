package io.clientele.shell.internal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.clientele.rest.spi.WebFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.framework.Bundle;

/**
 * The screens of one bundle, as browsers hear of them.
 *
 * @param generation changes with any of the files
 * @param base where the files are, with a slash at its end
 * @param texts files of texts by language
 */
record BundleScreens(
        String bundle,
        String generation,
        String base,
        Map<String, String> name,
        Map<String, String> texts,
        List<Contribution> contributions,
        @JsonIgnore Map<String, WebFile> files) {
    /** In front of the files of all bundles. */
    static final String ROOT = "/screens/";

    private static final String DESCRIPTION = "META-INF/clientele/screens.json";
    private static final String FILES = "META-INF/clientele/web";

    /** What a bundle has to show, or empty if that is nothing. */
    static Optional<BundleScreens> of(Bundle bundle) throws IOException {
        URL description = bundle.getEntry(DESCRIPTION);
        if (description == null) {
            return Optional.empty();
        }
        try (InputStream in = description.openStream()) {
            return Optional.of(read(bundle, in.readAllBytes()));
        }
    }

    private static BundleScreens read(Bundle bundle, byte[] json) throws IOException {
        String owner = bundle.getSymbolicName();
        Folder folder = Folder.of(bundle, FILES);
        Description said = Description.read(json, owner, folder.files().keySet());
        String generation = folder.generation(json);
        return new BundleScreens(
                owner,
                generation,
                ROOT + owner + '/' + generation + '/',
                Objects.requireNonNull(said.name()),
                Objects.requireNonNull(said.texts()),
                Objects.requireNonNull(said.contributions()),
                folder.forEver());
    }

    /** A file by what follows the bundle's name in its address. */
    Optional<WebFile> find(String generationAndFile) {
        int slash = generationAndFile.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        if (!generationAndFile.substring(0, slash).equals(generation)) {
            return Optional.of(WebFile.gone("Another version of " + bundle + " has taken its place"));
        }
        return Optional.ofNullable(files.get(generationAndFile.substring(slash + 1)));
    }
}
