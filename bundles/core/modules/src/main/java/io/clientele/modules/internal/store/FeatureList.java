package io.clientele.modules.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A file in the format of Karaf's features, as far as modules are concerned.
 *
 * @param name its own
 * @param locations of the features that consist of one bundle
 */
record FeatureList(String name, List<String> locations) {
    /** Fails with an {@code IOException} that says what is wrong. */
    static FeatureList read(InputStream in) throws IOException {
        try {
            Element root = Xml.read(in);
            NodeList features = root.getElementsByTagNameNS("*", "feature");
            List<String> locations = new ArrayList<>();
            for (int i = 0; i < features.getLength(); i++) {
                NodeList bundles = ((Element) features.item(i)).getElementsByTagNameNS("*", "bundle");
                if (bundles.getLength() == 1) {
                    locations.add(bundles.item(0).getTextContent().strip());
                }
            }
            return new FeatureList(root.getAttribute("name"), List.copyOf(locations));
        } catch (SAXException e) {
            throw new IOException("it is no list of features: " + e.getMessage(), e);
        }
    }
}
