package io.clientele.modules.internal.store;

import io.clientele.modules.internal.archive.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose word is taken for which host one talks to. */
final class TrustedHosts {
    private TrustedHosts() {}

    /** The authorities that Java knows, and those whose certificates are {@code .pem} files in this folder now. */
    static SSLContext in(Path folder) throws IOException {
        try {
            List<X509Certificate> own = Trust.certificates(folder);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, own.isEmpty() ? null : managers(all(own)), null);
            return context;
        } catch (GeneralSecurityException | IllegalStateException | UncheckedIOException e) {
            throw new IOException("the certificates in " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyStore all(List<X509Certificate> own) throws GeneralSecurityException, IOException {
        List<X509Certificate> known = Stream.of(managers(null))
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Stream.of(((X509TrustManager) manager).getAcceptedIssuers()))
                .toList();
        KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        for (X509Certificate each : Stream.concat(known.stream(), own.stream()).toList()) {
            all.setCertificateEntry(Integer.toString(all.size()), each);
        }
        return all;
    }

    private static TrustManager[] managers(@Nullable KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }
}
