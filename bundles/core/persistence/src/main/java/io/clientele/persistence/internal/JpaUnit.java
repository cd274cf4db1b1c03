package io.clientele.persistence.internal;

import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The entities of one bundle as its {@code persistence.xml} lists them; how they reach the database is not up to that file. */
record JpaUnit(String name, List<String> classes, URL root, ClassLoader loader, DataSource source)
        implements PersistenceUnitInfo {

    static JpaUnit read(URI persistenceXml, ClassLoader loader, DataSource source) {
        try (InputStream in = persistenceXml.toURL().openStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder().parse(in).getDocumentElement();
            NodeList units = root.getElementsByTagName("persistence-unit");
            if (units.getLength() != 1) {
                throw new IllegalArgumentException(
                        persistenceXml + " lists " + units.getLength() + " units instead of one");
            }
            List<String> classes = new ArrayList<>();
            NodeList listed = root.getElementsByTagName("class");
            for (int i = 0; i < listed.getLength(); i++) {
                classes.add(listed.item(i).getTextContent().strip());
            }
            String name = ((Element) units.item(0)).getAttribute("name");
            return new JpaUnit(name, List.copyOf(classes), new URL(persistenceXml.toURL(), ".."), loader, source);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalArgumentException(persistenceXml + " cannot be read", e);
        }
    }

    @Override
    public String getPersistenceUnitName() {
        return name;
    }

    @Override
    public String getPersistenceProviderClassName() {
        return "org.apache.openjpa.persistence.PersistenceProviderImpl";
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public @Nullable DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return source;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        return root;
    }

    @Override
    public List<String> getManagedClassNames() {
        return classes;
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        return new Properties();
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "3.0";
    }

    @Override
    public ClassLoader getClassLoader() {
        return loader;
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        // Entities are enhanced when their bundle is built.
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return loader;
    }
}
