package io.clientele.access.internal.rest;

import io.clientele.access.AuditTrail;
import io.clientele.access.Teams;
import io.clientele.access.Users;
import io.clientele.access.internal.Sessions;
import io.clientele.access.internal.Tokens;
import java.util.List;

/** The resources of this bundle over the given services. */
public record Resources(Sessions sessions, Users users, Teams teams, Tokens tokens, AuditTrail trail) {
    /** All of them. */
    public List<Object> all() {
        return List.of(
                new SessionResource(sessions),
                new UserResource(users),
                new TeamResource(teams),
                new TokenResource(tokens),
                new AuditResource(trail));
    }
}
