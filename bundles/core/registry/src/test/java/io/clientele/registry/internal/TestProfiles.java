package io.clientele.registry.internal;

import io.clientele.registry.Profile;
import java.util.function.UnaryOperator;

/** Edits for tests. */
final class TestProfiles {
    private TestProfiles() {}

    static UnaryOperator<Profile> named(String name) {
        return p -> new Profile(
                p.kind(),
                name,
                p.language(),
                p.timeZone(),
                p.status(),
                p.owner(),
                p.team(),
                p.identifiers(),
                p.contactPoints(),
                p.tags());
    }
}
