package io.clientele.inside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.felix.utils.properties.Properties;
import org.apache.karaf.util.config.PropertiesLoader;
import org.osgi.framework.Constants;

/** The shipped distribution, unpacked into a folder of its own, and what its files say about the framework. */
record Distribution(Path home) {
    /** Unpacks it anew; it will listen on a free port. */
    static Distribution unpacked() throws IOException {
        Path work = Files.createDirectories(Path.of(System.getProperty("clientele.work")));
        Path home = Files.createTempDirectory(work, "server");
        Process tar = new ProcessBuilder(
                        "tar", "xzf", System.getProperty("clientele.distribution"), "--strip-components=1")
                .directory(home.toFile())
                .inheritIO()
                .start();
        if (tar.onExit().join().exitValue() != 0) {
            throw new IOException("the distribution cannot be unpacked");
        }
        Distribution distribution = new Distribution(home.toRealPath());
        distribution.write("etc/io.clientele.rest.cfg", "port = 0\nportFile = ${karaf.data}/http-port\n");
        return distribution;
    }

    /** Writes one of its files. */
    Path write(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        return Files.writeString(path, text);
    }

    /** What {@code bin/serve} tells the Java machine about folders. */
    Map<String, String> folders() {
        Path data = home.resolve("data");
        return Map.of(
                "karaf.home", home.toString(),
                "karaf.base", home.toString(),
                "karaf.etc", home.resolve("etc").toString(),
                "karaf.data", data.toString(),
                "karaf.log", data.resolve("log").toString(),
                "karaf.instances", data.resolve("instances").toString());
    }

    /** The settings of the framework, read as Karaf reads them; the folders must be system properties by then. */
    Map<String, String> frameworkProperties() throws IOException {
        try {
            Path etc = home.resolve("etc");
            PropertiesLoader.loadSystemProperties(
                    etc.resolve("system.properties").toFile());
            Properties properties = PropertiesLoader.loadConfigProperties(
                    etc.resolve("config.properties").toFile());
            properties.substitute();
            // As Karaf does: up first, and only then from level to level; configuration is not read before.
            properties.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, "1");
            return new TreeMap<>(properties);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Karaf cannot read its configuration", e);
        }
    }

    /** The address of each bundle, and the level on which it starts. */
    Map<String, Integer> bundles() throws IOException {
        Properties startup =
                new Properties(home.resolve("etc/startup.properties").toFile());
        Map<String, Integer> bundles = new TreeMap<>();
        startup.forEach((location, level) -> bundles.put(address(location), Integer.valueOf(level)));
        return bundles;
    }

    private String address(String location) {
        return "reference:"
                + home.resolve("system")
                        .resolve(location.replace("reference:file:", ""))
                        .toUri();
    }
}
