package io.clientele.registry.internal.rest;

import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.Profile;
import io.clientele.registry.Status;
import io.clientele.registry.internal.BatchedEdits.Changed;
import io.clientele.registry.internal.BatchedEdits.Edit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer had before it was changed with others.
 *
 * @param version the version the change gave it: it goes back only while it has that
 */
public record FormerBody(
        @Nullable String id,
        long version,
        @Nullable String owner,
        @Nullable String team,
        @Nullable Status status,
        @Nullable List<@Nullable String> tags) {
    static FormerBody of(Changed changed) {
        Profile before = changed.before();
        UserId owner = before.owner();
        TeamId team = before.team();
        return new FormerBody(
                changed.customer().toString(),
                changed.version(),
                owner == null ? null : owner.toString(),
                team == null ? null : team.toString(),
                before.status(),
                List.copyOf(before.tags()));
    }

    /** What gives it back; faults are told below {@code pointer}. */
    Edit edit(String pointer) {
        UserId formerOwner = ChangeBody.user(owner, pointer + "/owner");
        TeamId formerTeam = ChangeBody.team(team, pointer + "/team");
        List<String> formerTags = SentList.present(tags, pointer + "/tags");
        if (status == null) {
            throw new InvalidInputException(pointer + "/status", "is missing");
        }
        return new Edit(ChangesResource.id(id == null ? "" : id, pointer + "/id"), version, profile -> profile.assigned(
                        formerOwner, formerTeam)
                .standing(status)
                .tagged(formerTags));
    }
}
