package io.clientele.harness;

import io.clientele.access.Caller;
import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.UserId;
import java.util.Set;

/** People for tests: who they are, what they may do and how far they see. */
public final class Staff {
    /** The system itself, as which handlers of events run. */
    public static final Caller SYSTEM = new Caller(new UserId(0), "system", Set.of(Role.ADMIN), Scope.ALL, Set.of());

    /** May do and see everything. */
    public static final Caller ADMINISTRATOR =
            new Caller(new UserId(1), "admin", Set.of(Role.ADMIN), Scope.ALL, Set.of());

    /** Reads everything and changes nothing. */
    public static final Caller AUDITOR =
            new Caller(new UserId(2), "auditor", Set.of(Role.AUDITOR), Scope.ALL, Set.of());

    private Staff() {}

    /** Somebody who reads and writes their own customers, and sees no others. */
    public static Caller agent(long id) {
        return new Caller(new UserId(id), "agent" + id, Set.of(Role.AGENT), Scope.OWN, Set.of());
    }
}
