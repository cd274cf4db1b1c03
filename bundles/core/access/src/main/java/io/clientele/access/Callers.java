package io.clientele.access;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** The caller of the current thread. */
@ProviderType
public interface Callers {
    /** Who is calling; fails with {@link io.clientele.kernel.UnauthenticatedException} where nobody is. */
    Caller current();

    /** The current caller if they hold {@code permission}; fails with {@link io.clientele.kernel.ForbiddenException} otherwise. */
    Caller require(String permission);

    /** Runs {@code work} as {@code caller}, and returns to the previous caller whatever happens. */
    <T> T as(Caller caller, Supplier<T> work);

    /** The system itself, for work that no user started. */
    Caller system();
}
