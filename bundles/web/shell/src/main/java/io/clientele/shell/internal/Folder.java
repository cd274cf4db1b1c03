package io.clientele.shell.internal;

import io.clientele.rest.spi.WebFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.framework.Bundle;

/** The files below one folder of a bundle, read once. */
record Folder(SortedMap<String, byte[]> files) {
    static Folder of(Bundle bundle, String path) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Enumeration<URL> found = bundle.findEntries(path, "*", true);
        for (URL url : found == null ? Collections.<URL>emptyList() : Collections.list(found)) {
            String file = url.getPath().substring(url.getPath().indexOf(path) + path.length() + 1);
            if (MediaTypes.of(file) != null) {
                try (InputStream in = url.openStream()) {
                    files.put(file, in.readAllBytes());
                }
            }
        }
        return new Folder(files);
    }

    /** Another value for other files: what addresses that are kept for ever hold. */
    String generation(byte[] more) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(more);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            all.writeBytes((file.getKey() + '\n' + file.getValue().length + '\n').getBytes(StandardCharsets.UTF_8));
            all.writeBytes(file.getValue());
        }
        return WebFile.digest(all.toByteArray());
    }

    /** The files as they are sent. */
    Map<String, WebFile> forEver() {
        Map<String, WebFile> sent = new TreeMap<>();
        files.forEach((name, bytes) -> {
            String type = MediaTypes.of(name);
            sent.put(
                    name,
                    WebFile.of(type == null ? "application/octet-stream" : type, bytes)
                            .forEver());
        });
        return sent;
    }
}
