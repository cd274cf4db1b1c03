package io.clientele.modules.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The certificates that modules may be signed with. */
public final class Trust {
    private static final int RSA_BITS = 2048;
    private final Supplier<List<X509Certificate>> certificates;
    private final Clock clock;

    public Trust(Supplier<List<X509Certificate>> certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /** Every {@code .pem} that is in a folder when an archive is checked; a folder that is not there trusts nobody. */
    public static Trust in(Path folder, Clock clock) {
        return new Trust(() -> certificates(folder), clock);
    }

    /** Those in every {@code .pem} of a folder; none if it is not there. */
    public static List<X509Certificate> certificates(Path folder) {
        List<X509Certificate> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".pem"))::iterator) {
                    found.addAll(read(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static List<X509Certificate> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new IllegalStateException(file + " holds no certificate", e);
        }
    }

    /** Fails unless the first of {@code chain} is trusted, or each is signed by the next up to one that is. */
    void check(List<X509Certificate> chain) {
        List<X509Certificate> known = certificates.get();
        for (int i = 0; i < chain.size(); i++) {
            X509Certificate certificate = chain.get(i);
            checkValid(certificate);
            if (known.contains(certificate) && (i == 0 || isAuthority(certificate))) {
                return;
            }
            for (X509Certificate trusted : known) {
                if (isAuthority(trusted) && isSignedBy(certificate, trusted)) {
                    checkValid(trusted);
                    return;
                }
            }
            if (i + 1 == chain.size() || !isAuthority(chain.get(i + 1)) || !isSignedBy(certificate, chain.get(i + 1))) {
                break;
            }
        }
        throw Refusal.because("it is signed by "
                + EntryNames.shown(chain.get(0).getSubjectX500Principal().getName())
                + ", who is not trusted here");
    }

    private void checkValid(X509Certificate certificate) {
        try {
            certificate.checkValidity(Date.from(clock.instant()));
        } catch (CertificateException e) {
            throw Refusal.because("the certificate it is signed with is expired or not valid yet");
        }
        String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        boolean weakKey = certificate.getPublicKey() instanceof RSAKey rsa
                && rsa.getModulus().bitLength() < RSA_BITS;
        if (weakKey || algorithm.startsWith("MD") || algorithm.startsWith("SHA1")) {
            throw Refusal.because("the certificate it is signed with is too weak");
        }
    }

    private static boolean isAuthority(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0;
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
