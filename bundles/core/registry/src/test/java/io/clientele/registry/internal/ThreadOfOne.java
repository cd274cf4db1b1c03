package io.clientele.registry.internal;

import io.clientele.access.Caller;
import io.clientele.access.Callers;
import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.UserId;
import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.UnauthenticatedException;
import io.clientele.rest.spi.Identity;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The caller of each thread, which tests may set as the host does. */
final class ThreadOfOne implements Callers {
    private final ThreadLocal<Optional<Caller>> current = ThreadLocal.withInitial(Optional::empty);

    @Override
    public Caller current() {
        return current.get().orElseThrow(() -> new UnauthenticatedException("Sign in first"));
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
        return new Caller(new UserId(0), "system", Set.of(Role.ADMIN), Scope.ALL, Set.of());
    }

    Identity.Scope enter(Caller caller) {
        Optional<Caller> previous = current.get();
        current.set(Optional.of(caller));
        return () -> current.set(previous);
    }
}
