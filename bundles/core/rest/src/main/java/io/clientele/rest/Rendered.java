package io.clientele.rest;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@code T} that is at hand as JSON: it is sent as it stands, and read only if the caller selects fields of it.
 *
 * @param <T> what the JSON is described as
 */
public final class Rendered<T> implements Versioned {
    private final Class<T> type;
    private final long version;
    private final byte[] json;

    /** Keeps {@code json}, an object in UTF-8, without a copy. */
    public Rendered(Class<T> type, long version, byte[] json) {
        this.type = type;
        this.version = version;
        this.json = json;
    }

    public Class<T> type() {
        return type;
    }

    @Override
    public long version() {
        return version;
    }

    /** The object in UTF-8; not to be changed. */
    public byte[] json() {
        return json;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rendered<?> that && type == that.type && Arrays.equals(json, that.json);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, Arrays.hashCode(json));
    }
}
