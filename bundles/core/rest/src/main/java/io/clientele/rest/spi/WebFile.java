package io.clientele.rest.spi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file for browsers. Unless it says otherwise it is asked for again at each use, and sent again only if it has changed.
 *
 * @param status as in HTTP
 * @param content read-only
 * @param headers such as {@code Content-Type}; those named here win over the host's
 */
public record WebFile(int status, ByteBuffer content, Map<String, String> headers) {
    private static final int TAG_LENGTH = 16;

    public WebFile {
        content = content.asReadOnlyBuffer();
        headers = Map.copyOf(headers);
    }

    /** A file of a type such as {@code text/css;charset=utf-8}. */
    public static WebFile of(String type, byte[] content) {
        return new WebFile(
                200,
                ByteBuffer.wrap(content.clone()),
                Map.of("Content-Type", type, "Cache-Control", "no-cache", "ETag", '"' + digest(content) + '"'));
    }

    /** There was something, and it will not come back. */
    public static WebFile gone(String why) {
        return new WebFile(
                410,
                ByteBuffer.wrap(why.getBytes(StandardCharsets.UTF_8)),
                Map.of("Content-Type", "text/plain;charset=utf-8"));
    }

    /** It is elsewhere. */
    public static WebFile elsewhere(String path) {
        return new WebFile(302, ByteBuffer.allocate(0), Map.of("Location", path));
    }

    /** The same file at an address that never means anything else: kept without asking again. */
    public WebFile forEver() {
        return with("Cache-Control", "public, max-age=31536000, immutable");
    }

    /** The same file with one more header. */
    public WebFile with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new WebFile(status, content, more);
    }

    /** The first 16 hexadecimal digits of the SHA-256 of some bytes. */
    public static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash).substring(0, TAG_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
