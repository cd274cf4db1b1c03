package io.clientele.rest.internal;

import io.clientele.rest.spi.Identity;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Closes an answer so that the table it is kept in tells nothing: only who sends the request again, with its {@code Idempotency-Key} and the same rights, can
 * open it. AES-256-GCM (NIST SP 800-38D) under a key that HMAC-SHA256 (RFC 2104) makes of the two; neither is kept. As good as the key is hard to guess.
 */
final class RequestSeal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte FOR_BODIES = 1;
    private static final byte FOR_ANSWERS = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;
    private final SecretKeySpec answers;

    private RequestSeal(byte[] key, SecretKeySpec answers) {
        this.key = key;
        this.answers = answers;
    }

    static RequestSeal of(String idempotencyKey, @Nullable Identity sender) {
        byte[] key = idempotencyKey.getBytes(StandardCharsets.UTF_8);
        byte[] rights = (sender == null ? "" : sender.rights()).getBytes(StandardCharsets.UTF_8);
        return new RequestSeal(key, new SecretKeySpec(mac(key, FOR_ANSWERS, rights), "AES"));
    }

    /** What equal bodies share; it cannot be found by trying bodies, such as all passwords, without the key. */
    String digest(byte[] body) {
        return HexFormat.of().formatHex(mac(key, FOR_BODIES, body));
    }

    private static byte[] mac(byte[] key, byte purpose, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(purpose);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] close(byte[] answer) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(answer);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
            System.arraycopy(closed, 0, all, NONCE_BYTES, closed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer; empty if it was closed for other rights. */
    Optional<byte[]> open(byte[] closed) {
        byte[] nonce = Arrays.copyOf(closed, NONCE_BYTES);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce)
                    .doFinal(closed, NONCE_BYTES, Math.max(0, closed.length - NONCE_BYTES)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, answers, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
