package io.clientele.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** More than forty broken or malicious archives of modules, which an installation must refuse, each with a word of the reason. */
public final class HostileArchives {
    private static final Signer TRUSTED = Signer.create("CN=Maker,O=Example");
    private static final Signer NAMESAKE = Signer.create("CN=Maker,O=Example");
    private static final Signer EXPIRED = Signer.create("CN=Late", "-startdate", "-20d", "-validity", "5");
    private static final Signer FUTURE = Signer.create("CN=Early", "-startdate", "+20d", "-validity", "5");
    private static final Signer WEAK = Signer.create("CN=Weak", "-keysize", "1024");

    private final List<Case> cases = new ArrayList<>();

    private HostileArchives() {}

    /** One archive; {@code reason} is empty where more than one check may be the first to see it. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Case(String name, byte[] archive, String reason) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Whom an installation trusts that is to refuse them for what they are: one without a fault comes first. */
    public static List<Signer> known() {
        return List.of(TRUSTED, EXPIRED, FUTURE, WEAK);
    }

    /** A module without a fault. */
    private static ModuleJar good() {
        return screens("{}");
    }

    private static ModuleJar screens(String json) {
        return ModuleJar.of("notes", "1.0.0").entry("META-INF/clientele/screens.json", json);
    }

    public static List<Case> all() {
        HostileArchives corpus = new HostileArchives();
        corpus.signatures();
        corpus.names();
        corpus.shapes();
        corpus.manifests();
        corpus.packages();
        corpus.contents();
        return corpus.cases;
    }

    private void add(String name, byte[] archive, String reason) {
        cases.add(new Case(name, archive, reason));
    }

    private void signed(String name, ModuleJar jar, String reason) {
        add(name, TRUSTED.sign(jar.bytes()), reason);
    }

    private void signatures() {
        byte[] good = TRUSTED.sign(good().bytes());
        add("unsigned", good().bytes(), "nobody signed");
        add("foreign signer of the same name", NAMESAKE.sign(good().bytes()), "not trusted");
        add("expired signer", EXPIRED.sign(good().bytes()), "expired");
        add("signer of the future", FUTURE.sign(good().bytes()), "expired or not valid yet");
        add("short key", WEAK.sign(good().bytes()), "weak");
        add("digested by SHA-1", TRUSTED.sign(good().bytes(), "SHA-1"), "too weak");
        add("digested by MD5", TRUSTED.sign(good().bytes(), "MD5"), "too weak");
        add("altered entry", edited(good, "screens.json", text -> text.replace("{}", "{ }")), "altered");
        add("altered manifest", edited(good, "MANIFEST.MF", t -> t.replace("1.0.0", "9.0.0")), "altered");
        add("altered signature file", edited(good, "TEST.SF", t -> t.replace("Digest: ", "Digest: A")), "altered");
        add("added entry", with(good, "io/example/Evil.txt", "x"), "not signed");
        add("added file among the signatures", with(good, "META-INF/SIG-EVIL", "x"), "not signed");
        add("removed entry's signature", without(good, "META-INF/TEST.RSA"), "");
        add("signature file alone", without(good, "META-INF/TEST.SF"), "");
        add("signed twice", NAMESAKE.sign(good), "");
        add(
                "unsigned with a stripped signature",
                without(without(good, "META-INF/TEST.RSA"), "META-INF/TEST.SF"),
                "nobody");
    }

    private void names() {
        for (String name : List.of(
                "../evil.txt",
                "a/../../evil.txt",
                "..\\evil.txt",
                "/etc/evil.txt",
                "C:/evil.txt",
                "C:\\evil.txt",
                "a//evil.txt",
                "./evil.txt",
                "%2e%2e/evil.txt",
                "a\u0000.txt",
                "evil.txt.",
                "evil /x.txt",
                "a\nb.txt",
                "x".repeat(600))) {
            signed("name " + shown(name), good().entry(name, "x"), "");
        }
        signed("names that differ in case", good().entry("readme.txt", "1").entry("README.txt", "2"), "two entries");
        signed("names that differ in width", good().entry("a1.txt", "1").entry("a\uFF11.txt", "2"), "two entries");
        add(
                "the same name twice",
                doubled(TRUSTED.sign(
                        good().entry("zz.txt", "1").entry("zy.txt", "2").bytes())),
                "");
    }

    private void shapes() {
        byte[] good = TRUSTED.sign(good().bytes());
        add("empty", new byte[0], "not a whole zip");
        add("text", "hello".getBytes(StandardCharsets.UTF_8), "zip");
        add("cut off", Arrays.copyOf(good, good.length - 30), "zip");
        add("something in front", joined("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8), good), "directory");
        add("something behind", joined(good, "more".getBytes(StandardCharsets.UTF_8)), "does not end");
        add("two archives in one", joined(good, good), "directory");
        signed("bomb", good().entry("zeros.bin", new byte[20 << 20]), "grows too much");
        add("bomb for a manifest", grown(good, "META-INF/MANIFEST.MF", 20 << 20, 0), "grows too much");
        add("bomb among the signatures", grown(good, "META-INF/TEST.SF", 20 << 20, 0), "grows too much");
        add("endless class", grown(good, "io/example/A.class", 9 << 20, 8), "A.class is longer than");
        add("endless manifest", grown(good, "META-INF/MANIFEST.MF", 9 << 20, 8), "MANIFEST.MF is longer than");
        add("symbolic link", linked(good), "");
        add("too many entries", many(), "entries");
        add("one byte changed in the middle", flipped(good), "");
    }

    private void manifests() {
        for (String header :
                List.of("Bundle-ManifestVersion", "Bundle-SymbolicName", "Clientele-Module", "Clientele-Api")) {
            signed("without " + header, good().without(header), "");
        }
        signed("odd module name", good().header("Clientele-Module", "No tes"), "Clientele-Module");
        signed("odd symbolic name", good().header("Bundle-SymbolicName", "a,b"), "Bundle-SymbolicName");
        signed("odd version", good().header("Bundle-Version", "one"), "Bundle-Version");
        signed("another interface", good().header("Clientele-Api", "2"), "Clientele-Api");
        signed("a name of an area", good().header("Clientele-Module", "registry"), "an area of the platform");
        signed("a name of the platform", good().header("Bundle-SymbolicName", "io.clientele.rest"), "platform");
        for (String header : List.of(
                "Fragment-Host",
                "DynamicImport-Package",
                "Bundle-NativeCode",
                "Require-Bundle",
                "Premain-Class",
                "ExtensionBundle-Activator")) {
            signed("with " + header, good().header(header, "x"), header);
        }
        signed("needs weaving", good().header("Require-Capability", "osgi.woven"), "osgi.woven");
        signed(
                "needs a weaver",
                good().header("Require-Capability", "osgi.extender;filter:=\"(osgi.extender=osgi.woven)\""),
                "Require-Capability");
        signed("offers a host", good().header("Provide-Capability", "osgi.wiring.host"), "osgi.wiring.host");
        add("no manifest", zipped("a.txt"), "no manifest");
        add(
                "malformed manifest",
                edited(TRUSTED.sign(good().bytes()), "MANIFEST.MF", text -> text + "no colon\n"),
                "its manifest cannot be read: ");
    }

    private void packages() {
        for (String name : List.of(
                "org.osgi.framework.hooks.resolver",
                "org.osgi.framework.hooks.weaving",
                "org.apache.karaf.features",
                "io.clientele.registry.internal",
                "io.clientele.rest.host",
                "sun.misc")) {
            signed("imports " + name, good().header("Import-Package", "org.slf4j," + name), "imports " + name);
        }
        signed("exports a package of the platform", good().header("Export-Package", "io.clientele.kernel"), "exports");
    }

    private void brokenScreens() {
        signed("screens for another shell", screens("{\"api\": 2, \"contributions\": [{}]}"), "\"api\": 1");
        signed(
                "texts that are not there",
                screens("{\"texts\": {\"zh\": \"zh.json\"}}"),
                "there is no META-INF/clientele/web/zh.json");
        String card = "{\"api\": 1, \"contributions\": [{\"kind\": \"card\", \"name\": \"x\"%s}]}";
        String title = ", \"title\": {\"en\": \"X\"}";
        signed("a screen without a title", screens(card.formatted("")), "contribution 1: it has no English title");
        signed("a card without a place", screens(card.formatted(title)), "contribution 1: it has no place");
        signed(
                "a page without a path",
                screens(card.formatted(title).replace("card", "page")),
                "contribution 1: it has no path");
        signed(
                "a card without a script",
                screens(card.formatted(title + ", \"place\": \"customer\"")),
                "contribution 1: it names no module");
        signed(
                "a card whose script is not there",
                screens(card.formatted(title + ", \"place\": \"customer\", \"module\": \"x.js\"")),
                "contribution 1: there is no META-INF/clientele/web/x.js");
    }

    private void contents() {
        signed("screens that are not JSON", screens("{\"contributions\": ["), "screens.json is not JSON");
        signed(
                "a screen of an unknown kind",
                screens("{\"api\": 1, \"contributions\": [{\"kind\": \"script\", \"name\": \"x\"}]}"),
                "screens.json, contribution 1: it needs a name, and a kind of");
        brokenScreens();
        signed(
                "two resources with the same path in front",
                good().source("io.example.notes.One", resource("One", "/api/v1/notes/{id}"))
                        .source("io.example.notes.Two", resource("Two", "/api/v1/notes/{note}")),
                "both serve /api/v1/notes/{note}");
        signed("a jar inside", good().entry("lib/evil.jar", "x"), "Bundle-ClassPath");
        signed("a crooked class", good().entry("io/example/A.class", "x"), "class file");
        signed("a misnamed migration", good().entry("META-INF/clientele/migrations/first.sql", "x"), "named like");
        signed(
                "another's table",
                good().entry("META-INF/clientele/migrations/V001__x.sql", "drop table registry_customer"),
                "registry_customer");
        signed(
                "another's table behind a comment",
                good().entry(
                                "META-INF/clientele/migrations/V001__x.sql",
                                "truncate /* notes_ */ table registry_customer"),
                "registry_customer");
        signed(
                "the end of all tables",
                good().entry("META-INF/clientele/migrations/V001__x.sql", "drop all objects"),
                "begins with 'drop all objects'");
    }

    /** A name fit for the name of a test. */
    private static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
    }

    private static String resource(String name, String path) {
        return "package io.example.notes; @jakarta.ws.rs.Path(\"" + path + "\") public class " + name + " {}";
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[changed.length / 2] ^= 0x40;
        return changed;
    }

    /** Copies an archive entry by entry; an edit that returns null drops the entry. */
    private static byte[] copied(
            byte[] archive, java.util.function.BiFunction<String, byte[], byte[]> edit, String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = edit.apply(entry.getName(), in.readAllBytes());
                if (bytes.length > 0) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    zip.write(bytes);
                }
            }
            for (String name : more) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('x');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] edited(byte[] archive, String ending, UnaryOperator<String> edit) {
        return copied(
                archive,
                (name, bytes) -> name.endsWith(ending)
                        ? edit.apply(new String(bytes, StandardCharsets.ISO_8859_1))
                                .getBytes(StandardCharsets.ISO_8859_1)
                        : bytes);
    }

    private static byte[] with(byte[] archive, String name, String text) {
        return copied(archive, (entry, bytes) -> bytes, name, text + "2");
    }

    private static byte[] without(byte[] archive, String dropped) {
        return copied(archive, (name, bytes) -> name.equals(dropped) ? new byte[0] : bytes);
    }

    /** Puts an entry of {@code length} bytes, each of {@code bits} random bits, in the place of the one of that name, or among the others. */
    private static byte[] grown(byte[] archive, String name, int length, int bits) {
        byte[] bytes = new byte[length];
        Random random = new Random(length);
        for (int i = 0; bits > 0 && i < length; i++) {
            bytes[i] = (byte) random.nextInt(1 << bits);
        }
        byte[] target = copied(without(archive, name), (entry, before) -> before, name);
        return copied(target, (entry, before) -> entry.equals(name) ? bytes : before);
    }

    private static byte[] zipped(String... names) {
        return copied(new byte[0], (name, bytes) -> bytes, names);
    }

    private static byte[] many() {
        String[] names = new String[10_001];
        Arrays.setAll(names, i -> "f" + i);
        return zipped(names);
    }

    /** Renames an entry in the bytes themselves, local header and directory, to the name of another. */
    private static byte[] doubled(byte[] archive) {
        String text = new String(archive, StandardCharsets.ISO_8859_1);
        return text.replace("zy.txt", "zz.txt").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Marks the last entry of the directory as a symbolic link made on UNIX. */
    private static byte[] linked(byte[] archive) {
        byte[] changed = archive.clone();
        int at = new String(archive, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        changed[at + 5] = 3;
        changed[at + 41] = (byte) 0xA1;
        changed[at + 40] = (byte) 0xFF;
        return changed;
    }
}
