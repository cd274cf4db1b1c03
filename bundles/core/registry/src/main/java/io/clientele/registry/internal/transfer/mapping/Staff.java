package io.clientele.registry.internal.transfer.mapping;

import io.clientele.access.Teams;
import io.clientele.access.Users;

/** Whom customers can be given to. */
public record Staff(Users users, Teams teams) {}
