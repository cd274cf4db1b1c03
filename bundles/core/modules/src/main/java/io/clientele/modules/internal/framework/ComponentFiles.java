package io.clientele.modules.internal.framework;

import io.clientele.modules.internal.store.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The files by which a bundle declares its components. */
final class ComponentFiles {
    private static final String HEADER = "Service-Component";

    private ComponentFiles() {}

    /** The names of the components that each file declares; none for one that is not there or cannot be read. */
    static Map<String, Set<String>> of(Bundle bundle) {
        Map<String, Set<String>> files = new TreeMap<>();
        String header = bundle.getHeaders("").get(HEADER);
        if (header != null && !header.isBlank()) {
            Stream.of(header.split(",", -1))
                    .map(path -> path.split(";", 2)[0].strip())
                    .forEach(path -> read(bundle, path, files));
        }
        return files;
    }

    private static void read(Bundle bundle, String path, Map<String, Set<String>> files) {
        int slash = path.lastIndexOf('/');
        var found = bundle.findEntries(slash < 0 ? "/" : path.substring(0, slash), path.substring(slash + 1), false);
        if (found != null) {
            Collections.list(found).forEach(url -> files.put(url.getPath().replaceFirst("^/", ""), names(url)));
        } else if (path.indexOf('*') < 0) {
            files.put(path, Set.of());
        }
    }

    private static Set<String> names(URL file) {
        try (InputStream in = file.openStream()) {
            Element root = Xml.read(in);
            Set<String> names = new TreeSet<>();
            if ("component".equals(root.getLocalName())) {
                names.add(name(root));
            }
            NodeList inside = root.getElementsByTagNameNS("*", "component");
            for (int i = 0; i < inside.getLength(); i++) {
                names.add(name((Element) inside.item(i)));
            }
            return names;
        } catch (SAXException e) {
            return Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A component without a name has that of its class. */
    private static String name(Element component) {
        NodeList implementations = component.getElementsByTagName("implementation");
        return component.hasAttribute("name") || implementations.getLength() == 0
                ? component.getAttribute("name")
                : ((Element) implementations.item(0)).getAttribute("class");
    }
}
