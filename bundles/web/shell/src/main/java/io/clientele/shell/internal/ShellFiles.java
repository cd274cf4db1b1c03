package io.clientele.shell.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.rest.spi.WebFile;
import io.clientele.rest.spi.WebFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The shell's own files: its page at every address below {@code /app/}, and what that loads. */
@Component(service = {ShellFiles.class, WebFiles.class})
public final class ShellFiles implements WebFiles {
    private static final String FOLDER = "META-INF/clientele/shell";
    private static final String ROOT = "/web/";
    private static final String APP = "/app/";
    /** At the root, so that it may answer for everything. */
    private static final String WORKER = "/worker.js";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String generation;
    private final Map<String, WebFile> files;
    private final WebFile page;

    @Activate
    public ShellFiles(BundleContext context) throws IOException {
        this(Folder.of(context.getBundle(), FOLDER));
    }

    ShellFiles(Folder folder) throws IOException {
        generation = folder.generation(new byte[0]);
        files = folder.forEver();
        page = page(folder);
    }

    String generation() {
        return generation;
    }

    @Override
    public Optional<WebFile> find(String path) {
        if (path.equals("/") || path.equals("/app")) {
            return Optional.of(WebFile.elsewhere(APP));
        }
        if (path.startsWith(APP)) {
            return Optional.of(page);
        }
        if (path.equals(WORKER)) {
            return Optional.ofNullable(files.get(WORKER.substring(1))).map(file -> file.with(
                            "Cache-Control", "no-cache")
                    .with("Content-Security-Policy", "default-src 'none'; connect-src 'self'; script-src 'self'"));
        }
        if (!path.startsWith(ROOT)) {
            return Optional.empty();
        }
        String base = base();
        if (!path.startsWith(base)) {
            return Optional.of(WebFile.gone("Another version of the shell has taken its place"));
        }
        return Optional.ofNullable(files.get(path.substring(base.length())));
    }

    private String base() {
        return ROOT + generation + '/';
    }

    private WebFile page(Folder folder) throws IOException {
        String imports = imports(folder);
        String template = new String(read(folder, "index.html"), StandardCharsets.UTF_8);
        String icon = Base64.getEncoder().encodeToString(read(folder, "icon.svg"));
        String html =
                template.replace("@base@", base()).replace("@imports@", imports).replace("@icon@", icon);
        return WebFile.of("text/html;charset=utf-8", html.getBytes(StandardCharsets.UTF_8))
                .with("Content-Security-Policy", policy(imports, hashes(folder)));
    }

    /** Nothing runs that does not come from here, and nothing is sent elsewhere; what is written inside pages is known by its hash. */
    private static String policy(String imports, String styles) {
        return "default-src 'none'; script-src 'self' 'sha256-" + sha256(imports)
                + "'; style-src 'self'" + styles + "; img-src 'self' data: blob:;"
                + " font-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'none';"
                + " base-uri 'none'; frame-ancestors 'none'";
    }

    /** The import map: what screens may import by name, and the file that has it. */
    private String imports(Folder folder) throws IOException {
        ObjectNode map = JSON.createObjectNode();
        ObjectNode imports = map.putObject("imports");
        for (String place : List.of("", "lib/")) {
            JSON.readTree(read(folder, place + "imports.json"))
                    .properties()
                    .forEach(each -> imports.put(
                            each.getKey(), base() + place + each.getValue().asText()));
        }
        return JSON.writeValueAsString(map);
    }

    /** Of the style elements in libraries. */
    private static String hashes(Folder folder) throws IOException {
        StringBuilder hashes = new StringBuilder();
        for (JsonNode hash : JSON.readTree(read(folder, "lib/styles.json"))) {
            hashes.append(" '").append(hash.asText()).append('\'');
        }
        return hashes.toString();
    }

    private static byte[] read(Folder folder, String file) throws IOException {
        byte[] found = folder.files().get(file);
        if (found == null) {
            throw new IOException("the shell was built without " + file);
        }
        return found;
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
