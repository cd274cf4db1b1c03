package io.clientele.access.internal.audit;

import io.clientele.access.AuditEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The hash of an audit entry and of its place. The digest of an entry is the SHA-256 of its fields, each with its length before it; the detail stands
 * among them as its own digest, so that it can be taken away. The hash in a chain is the SHA-256 of the text of the hash before (for the first, of the
 * chain's name) followed by the text of the digest. Texts are lower-case hexadecimal. The database computes the second, so that the chain's end is
 * locked for one statement only.
 */
final class ChainLink {
    /** How many chains there are: as many changes commit at a time without waiting for each other. */
    static final int CHAINS = 16;

    private static final HexFormat HEX = HexFormat.of();

    private ChainLink() {}

    static String start(int chain) {
        return "chain-" + chain;
    }

    static String digest(AuditEntry entry) {
        return digest(entry, digest(entry.change().detail()));
    }

    /** The digest of a detail. */
    static String digest(String detail) {
        return HEX.formatHex(sha256().digest(detail.getBytes(StandardCharsets.UTF_8)));
    }

    /** The digest of an entry whose detail has this digest. */
    static String digest(AuditEntry entry, String detailDigest) {
        MessageDigest sha256 = sha256();
        number(sha256, entry.id());
        number(sha256, micros(entry.at()));
        number(sha256, entry.actor().value());
        text(sha256, entry.login());
        text(sha256, entry.change().action());
        text(sha256, entry.change().subject());
        number(sha256, entry.change().id());
        text(sha256, detailDigest);
        text(sha256, entry.traceId());
        return HEX.formatHex(sha256.digest());
    }

    static String next(String hash, String digest) {
        return HEX.formatHex(sha256().digest((hash + digest).getBytes(StandardCharsets.US_ASCII)));
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static void number(MessageDigest sha256, long value) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(Long.BYTES)
                .putLong(value)
                .array());
    }

    /** Null is told from the empty text by a length that no text has. */
    private static void text(MessageDigest sha256, @Nullable String value) {
        byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        sha256.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(value == null ? -1 : bytes.length)
                .array());
        sha256.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
