package io.clientele.harness;

import io.clientele.access.Caller;
import io.clientele.access.Callers;
import io.clientele.kernel.ForbiddenException;
import io.clientele.rest.spi.Identity;
import java.util.function.Supplier;

/** One caller per thread, who is {@link Staff#ADMINISTRATOR} where nobody else is named. */
public final class InMemoryCallers implements Callers {
    // Static, it would outlive its test and mix it up with another.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Caller> current = ThreadLocal.withInitial(() -> Staff.ADMINISTRATOR);

    @Override
    public Caller current() {
        return current.get();
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

    /** Makes {@code caller} the current one until the scope is closed. */
    Identity.Scope enter(Caller caller) {
        Caller previous = current.get();
        current.set(caller);
        return () -> current.set(previous);
    }

    @Override
    public Caller system() {
        return Staff.SYSTEM;
    }
}
