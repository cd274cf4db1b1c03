package io.clientele.access.internal;

import io.clientele.access.Caller;
import io.clientele.access.Callers;
import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.UserId;
import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.UnauthenticatedException;
import io.clientele.rest.spi.Identity;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;

/** Keeps one caller per thread. */
@Component(service = {Callers.class, ThreadCallers.class})
public final class ThreadCallers implements Callers {
    private static final Caller SYSTEM = new Caller(new UserId(0), "system", Set.of(Role.ADMIN), Scope.ALL, Set.of());

    // Static, it would outlive the bundle and mix up two systems in one process.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Caller> current = new ThreadLocal<>();

    @Override
    public Caller current() {
        Caller caller = current.get();
        if (caller == null) {
            throw new UnauthenticatedException("Sign in first");
        }
        return caller;
    }

    @Override
    public Caller require(String permission) {
        Caller caller = current();
        if (!caller.may(permission)) {
            throw new ForbiddenException(permission);
        }
        return caller;
    }

    @Override
    public <T> T as(Caller caller, Supplier<T> work) {
        Identity.Scope scope = enter(caller);
        try {
            return work.get();
        } finally {
            scope.close();
        }
    }

    @Override
    public Caller system() {
        return SYSTEM;
    }

    /** Makes {@code caller} the current one until the scope is closed. */
    public Identity.Scope enter(Caller caller) {
        Caller previous = current.get();
        current.set(caller);
        return () -> {
            if (previous == null) {
                current.remove();
            } else {
                current.set(previous);
            }
        };
    }
}
