package io.clientele.registry;

import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people say about a customer; {@link Customer} adds what the registry knows.
 *
 * @param name in any script; for people in the order of their language
 * @param language BCP 47, such as {@code zh-Hans}
 * @param timeZone IANA, such as {@code Asia/Shanghai}
 * @param owner the user who looks after the customer
 * @param team the team that does
 */
public record Profile(
        CustomerKind kind,
        String name,
        @Nullable String language,
        @Nullable String timeZone,
        Status status,
        @Nullable UserId owner,
        @Nullable TeamId team,
        List<Identifier> identifiers,
        List<ContactPoint> contactPoints,
        List<String> tags) {
    public Profile {
        identifiers = List.copyOf(identifiers);
        contactPoints = List.copyOf(contactPoints);
        tags = List.copyOf(tags);
    }

    /** A prospect of whom only kind and name are known. */
    public static Profile of(CustomerKind kind, String name) {
        return new Profile(kind, name, null, null, Status.PROSPECT, null, null, List.of(), List.of(), List.of());
    }

    /** The same, with these names in other systems. */
    public Profile identified(List<Identifier> newIdentifiers) {
        return new Profile(kind, name, language, timeZone, status, owner, team, newIdentifiers, contactPoints, tags);
    }

    /** The same, looked after by somebody else. */
    public Profile assigned(@Nullable UserId newOwner, @Nullable TeamId newTeam) {
        return new Profile(kind, name, language, timeZone, status, newOwner, newTeam, identifiers, contactPoints, tags);
    }

    /** The same, standing otherwise to the firm. */
    public Profile standing(Status newStatus) {
        return new Profile(kind, name, language, timeZone, newStatus, owner, team, identifiers, contactPoints, tags);
    }

    /** The same, with these tags. */
    public Profile tagged(List<String> newTags) {
        return new Profile(kind, name, language, timeZone, status, owner, team, identifiers, contactPoints, newTags);
    }
}
