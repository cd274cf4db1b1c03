package io.clientele.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Makes a module's archive inside a test, from sources, files and manifest headers. */
public final class ModuleJar {
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();

    /** An archive with what every module's manifest says, and nothing in it yet. */
    public static ModuleJar of(String module, String version) {
        return new ModuleJar()
                .header("Bundle-ManifestVersion", "2")
                .header("Bundle-SymbolicName", "io.example." + module)
                .header("Bundle-Version", version)
                .header("Clientele-Module", module)
                .header("Clientele-Api", "1");
    }

    public ModuleJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public ModuleJar without(String header) {
        headers.remove(header);
        return this;
    }

    public ModuleJar entry(String path, String text) {
        return entry(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public ModuleJar entry(String path, byte[] bytes) {
        entries.put(path, bytes);
        return this;
    }

    /** A class, compiled against the class path of the running test. */
    public ModuleJar source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    /** A declarative component: {@code more} is XML that stands inside its element. */
    public ModuleJar component(String className, String more) {
        String file = "OSGI-INF/" + className + ".xml";
        headers.merge("Service-Component", file, (before, added) -> before + "," + added);
        return entry(
                file,
                "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\" name=\"" + className + "\">"
                        + "<implementation class=\"" + className + "\"/>" + more + "</scr:component>");
    }

    /** A component that is a REST resource. */
    public ModuleJar resource(String className) {
        return component(
                className,
                "<service><provide interface=\"" + className + "\"/></service>"
                        + "<property name=\"osgi.jakartars.resource\" type=\"Boolean\" value=\"true\"/>");
    }

    /** The unsigned archive. */
    public byte[] bytes() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(jar, entry.getKey(), entry.getValue());
            }
            if (!sources.isEmpty()) {
                compileInto(jar);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(JarOutputStream jar, String path, byte[] bytes) throws IOException {
        jar.putNextEntry(new JarEntry(path));
        jar.write(bytes);
        jar.closeEntry();
    }

    private void compileInto(JarOutputStream jar) throws IOException {
        Path classes = Files.createTempDirectory("classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            List<JavaFileObject> units = sources.entrySet().stream()
                    .<JavaFileObject>map(source -> new Source(source.getKey(), source.getValue()))
                    .toList();
            List<String> options =
                    List.of("-proc:none", "--release", "17", "-classpath", System.getProperty("java.class.path"));
            if (!compiler.getTask(said, files, null, options, null, units).call()) {
                throw new IllegalArgumentException(said.toString());
            }
        }
        try (Stream<Path> made = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) made.filter(Files::isRegularFile).sorted()::iterator) {
                put(jar, classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("memory:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
