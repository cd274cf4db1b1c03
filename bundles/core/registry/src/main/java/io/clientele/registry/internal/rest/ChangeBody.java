package io.clientele.registry.internal.rest;

import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.ShortId;
import io.clientele.registry.Profile;
import io.clientele.registry.Status;
import io.clientele.registry.internal.ContactRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many customers are to be changed alike.
 *
 * @param set new values of {@code owner}, {@code team} and {@code status}; null takes the owner or the team away, a name that is missing
 *     leaves it alone
 */
public record ChangeBody(
        @Nullable Map<String, @Nullable String> set,
        @Nullable List<@Nullable String> addTags,
        @Nullable List<@Nullable String> removeTags) {
    private static final Set<String> FIELDS = Set.of("owner", "team", "status");

    UnaryOperator<Profile> edit() {
        Map<String, @Nullable String> fields = set == null ? Map.of() : set;
        fields.keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidInputException("/change/set/" + name, "Only owner, team and status can be set");
                });
        List<String> added = SentList.present(addTags, "/change/addTags");
        Set<String> removed = SentList.present(removeTags, "/change/removeTags").stream()
                .map(ContactRules::folded)
                .collect(Collectors.toSet());
        if (fields.isEmpty() && added.isEmpty() && removed.isEmpty()) {
            throw new InvalidInputException("/change", "says nothing");
        }
        UserId owner = user(fields.get("owner"), "/change/set/owner");
        TeamId team = team(fields.get("team"), "/change/set/team");
        Status status = fields.containsKey("status") ? status(fields.get("status")) : null;
        return before -> before.assigned(
                        fields.containsKey("owner") ? owner : before.owner(),
                        fields.containsKey("team") ? team : before.team())
                .standing(status == null ? before.status() : status)
                .tagged(tags(before.tags(), added, removed));
    }

    private static List<String> tags(List<String> before, List<String> added, Set<String> removed) {
        List<String> after = new ArrayList<>(before);
        Set<String> known = before.stream().map(ContactRules::folded).collect(Collectors.toSet());
        added.stream().filter(tag -> known.add(ContactRules.folded(tag))).forEach(after::add);
        after.removeIf(tag -> removed.contains(ContactRules.folded(tag)));
        return after;
    }

    static @Nullable UserId user(@Nullable String text, String pointer) {
        return text == null ? null : new UserId(id(text, pointer));
    }

    static @Nullable TeamId team(@Nullable String text, String pointer) {
        return text == null ? null : new TeamId(id(text, pointer));
    }

    private static Status status(@Nullable String text) {
        return Status.of(text == null ? "" : text)
                .orElseThrow(() -> new InvalidInputException("/change/set/status", "is no status"));
    }

    private static long id(String text, String pointer) {
        long id = ShortId.parse(text);
        if (id < 0) {
            throw new InvalidInputException(pointer, "is no id");
        }
        return id;
    }
}
