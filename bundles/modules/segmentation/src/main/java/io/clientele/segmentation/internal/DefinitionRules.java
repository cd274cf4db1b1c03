package io.clientele.segmentation.internal;

import io.clientele.access.UserId;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.InvalidInputException.Violation;
import io.clientele.segmentation.internal.store.ClassificationTable;
import io.clientele.segmentation.internal.store.Definition;
import io.clientele.segmentation.internal.store.Kind;
import io.clientele.segmentation.internal.store.Segment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a definition must be like. */
final class DefinitionRules {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PURPOSE = 2_000;

    private final Platform platform;
    private final Predicate<UserId> users;

    DefinitionRules(Platform platform, Predicate<UserId> users) {
        this.platform = platform;
        this.users = users;
    }

    /**
     * Refuses a definition that makes no sense beside the segments of {@code snapshot}, with all that is wrong at once; returns the facts that its filter
     * names.
     */
    Set<String> check(Definition definition, Snapshot snapshot) {
        List<Violation> violations = new ArrayList<>();
        if (!Definition.isKey(definition.key())) {
            violations.add(new Violation("/key", Definition.KEY_RULE));
        }
        if (definition.name().isBlank() || definition.name().length() > LONGEST_NAME) {
            violations.add(new Violation("/name", "A name has 1 to " + LONGEST_NAME + " characters"));
        }
        if (definition.purpose().length() > LONGEST_PURPOSE) {
            violations.add(new Violation("/purpose", "A purpose has at most " + LONGEST_PURPOSE + " characters"));
        }
        LocalDate from = definition.validity().from();
        LocalDate until = definition.validity().until();
        if (from != null && until != null && until.isBefore(from)) {
            violations.add(new Violation("/validUntil", "The last day is before the first"));
        }
        owner(definition, snapshot, violations);
        Set<String> facts = filter(definition, snapshot, violations);
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
        return facts;
    }

    /** Whoever answered for the segment may go on to, also when the user is not there any more. */
    private void owner(Definition definition, Snapshot snapshot, List<Violation> violations) {
        Long owner = definition.owner();
        boolean same = snapshot.find(definition.key())
                .map(before -> Objects.equals(before.definition().owner(), owner))
                .orElse(false);
        if (owner != null
                && !same
                && owner != platform.callers().current().user().value()
                && !platform.asSystem(() -> users.test(new UserId(owner)))) {
            violations.add(new Violation("/owner", "There is no user " + new UserId(owner)));
        }
    }

    private Set<String> filter(Definition definition, Snapshot snapshot, List<Violation> violations) {
        String filter = definition.filter();
        if (definition.kind() == Kind.LIST) {
            if (filter != null) {
                violations.add(new Violation("/filter", "A list has no filter; its members are put in by hand"));
            }
            return Set.of();
        }
        if (filter == null || filter.isBlank()) {
            violations.add(new Violation("/filter", "A rule needs a filter, such as status==active"));
            return Set.of();
        }
        try {
            Set<String> facts = platform.everybody(filter).facts();
            if (snapshot.behind(facts).contains(definition.key())) {
                violations.add(new Violation("/filter", "The segment would depend on itself"));
            }
            return facts;
        } catch (InvalidInputException e) {
            violations.add(new Violation("/filter", String.valueOf(e.getMessage())));
            return Set.of();
        }
    }

    /** A key names a fact that others may use by now. */
    void requireSameKey(Definition before, Definition after) {
        if (!before.key().equals(after.key())) {
            throw new InvalidInputException("/key", "The key of a segment never changes; it is " + before.key());
        }
        if (before.kind() != after.kind()) {
            throw new InvalidInputException(
                    "/kind", "A segment stays a " + before.kind().code());
        }
    }

    /** The classes of a classification are written together: alone, one would not leave out who is in those before. */
    static void requireFree(Connection connection, Segment segment) throws SQLException {
        Optional<String> classification = ClassificationTable.keyOf(connection, segment.id());
        if (classification.isPresent()) {
            throw new ConflictException(
                    "segment-of-classification",
                    "The segment is a class of the classification " + classification.get() + ": change that");
        }
    }

    static void requireUnused(Segment segment, Snapshot snapshot) {
        for (Segment other : snapshot.segments()) {
            if (other.facts().contains(segment.definition().fact())) {
                throw new ConflictException("segment-in-use", "The filter of " + other.key() + " names this segment");
            }
        }
    }
}
