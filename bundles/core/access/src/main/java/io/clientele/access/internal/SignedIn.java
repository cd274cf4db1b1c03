package io.clientele.access.internal;

import io.clientele.access.Caller;
import io.clientele.rest.spi.Identity;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A user who proved who they are, by a session or by one of their API tokens. */
record SignedIn(Caller caller, ThreadCallers callers, boolean byToken) implements Identity {
    @Override
    public String name() {
        return caller.user().toString();
    }

    /** A token that leaks must not be good for making further ones. */
    @Override
    public boolean may(String permission) {
        return caller.may(permission) && !(byToken && permission.equals("tokens:write"));
    }

    @Override
    public String rights() {
        return Stream.of(caller.roles(), Set.of(caller.scope()), caller.teams(), Set.of(byToken))
                .map(each -> each.stream().map(Object::toString).sorted().collect(Collectors.joining(" ")))
                .collect(Collectors.joining("|"));
    }

    @Override
    public Scope enter() {
        return callers.enter(caller);
    }
}
