package io.clientele.modules.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Reads every entry of an archive to its end, which is what makes Java check the signatures. */
final class SignedJar {
    private static final Pattern SIGNATURE =
            Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> STRONG = Set.of("SHA-256", "SHA-384", "SHA-512");
    private static final Pattern DIGEST = Pattern.compile("(.+)-Digest(-Manifest(-Main-Attributes)?)?");
    private final @Nullable Trust trust;
    private @Nullable List<X509Certificate> accepted;

    /** Without {@code trust}, an archive that nobody signed is taken too. */
    SignedJar(@Nullable Trust trust) {
        this.trust = trust;
    }

    /** Takes entries that have been verified. */
    interface Sink {
        boolean wants(String name);

        void take(String name, byte[] bytes);
    }

    /** What the archive as a whole says; {@code signer} is null if nobody signed it. */
    record Read(Manifest manifest, @Nullable String signer) {}

    Read read(Path file, Sink sink) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), true, ZipFile.OPEN_READ)) {
            Manifest manifest = manifest(jar);
            if (manifest == null) {
                throw Refusal.because("it has no manifest");
            }
            List<JarEntry> entries = Collections.list(jar.entries());
            boolean signed = entries.stream()
                    .anyMatch(e -> SIGNATURE.matcher(e.getName()).matches());
            if (!signed && trust != null) {
                throw Refusal.because("nobody signed it");
            }
            checkDigests(jar, manifest, entries);
            String signer = null;
            for (JarEntry entry : entries) {
                boolean wanted = sink.wants(entry.getName());
                byte[] bytes = read(jar, entry, wanted);
                signer = signed && isSigned(entry) ? signer(entry) : signer;
                if (wanted) {
                    sink.take(entry.getName(), bytes);
                }
            }
            if (signed && signer == null) {
                throw Refusal.because("its signature covers nothing");
            }
            return new Read(manifest, signer);
        } catch (SecurityException e) {
            throw Refusal.because("it has been altered since it was signed, or its signature is not valid");
        } catch (IllegalArgumentException e) {
            throw Refusal.because("it is not a whole jar file");
        }
    }

    /** Null if there is none. */
    private static @Nullable Manifest manifest(JarFile jar) throws IOException {
        try {
            return jar.getManifest();
        } catch (ZipException e) {
            throw e;
        } catch (IOException e) {
            // What Java says names the line.
            throw Refusal.because("its manifest cannot be read: " + e.getMessage());
        }
    }

    private static boolean isSigned(JarEntry entry) {
        return !entry.isDirectory()
                && !entry.getName().equals(JarFile.MANIFEST_NAME)
                && !SIGNATURE.matcher(entry.getName()).matches();
    }

    /** To the end, where the signature is checked; empty if nobody wants it. */
    private static byte[] read(JarFile jar, JarEntry entry, boolean wanted) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            if (wanted) {
                return in.readAllBytes();
            }
            in.transferTo(OutputStream.nullOutputStream());
            return new byte[0];
        }
    }

    private String signer(JarEntry entry) {
        CodeSigner[] signers = entry.getCodeSigners();
        if (signers == null || signers.length == 0) {
            throw Refusal.because(EntryNames.shown(entry.getName()) + " is not signed");
        }
        if (signers.length > 1) {
            throw Refusal.because("more than one signed it");
        }
        List<X509Certificate> chain = new ArrayList<>();
        signers[0].getSignerCertPath().getCertificates().forEach(c -> chain.add((X509Certificate) c));
        if (trust != null && !chain.equals(accepted)) {
            trust.check(chain);
            accepted = chain;
        }
        return chain.get(0).getSubjectX500Principal().getName();
    }

    private static void checkDigests(JarFile jar, Manifest manifest, List<JarEntry> entries) throws IOException {
        manifest.getEntries().values().forEach(SignedJar::checkDigests);
        for (JarEntry entry : entries) {
            if (SIGNATURE.matcher(entry.getName()).matches()
                    && entry.getName().toUpperCase(Locale.ROOT).endsWith(".SF")) {
                try (InputStream in = jar.getInputStream(entry)) {
                    Manifest signature = new Manifest(in);
                    checkDigests(signature.getMainAttributes());
                    signature.getEntries().values().forEach(SignedJar::checkDigests);
                }
            }
        }
    }

    private static void checkDigests(Attributes attributes) {
        for (Object name : attributes.keySet()) {
            var digest = DIGEST.matcher(name.toString());
            if (digest.matches() && !STRONG.contains(digest.group(1).toUpperCase(Locale.ROOT))) {
                throw Refusal.because("it is signed with " + EntryNames.shown(digest.group(1)) + ", which is too weak");
            }
        }
    }
}
