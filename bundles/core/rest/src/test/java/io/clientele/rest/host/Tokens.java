package io.clientele.rest.host;

import io.clientele.kernel.UnauthenticatedException;
import io.clientele.rest.spi.Authenticator;
import io.clientele.rest.spi.Credentials;
import io.clientele.rest.spi.Identity;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Knows a writer, a reader and nobody else. */
final class Tokens implements Authenticator {
    private volatile Set<String> writers = Set.of("notes:read", "notes:write", "metrics:read");

    /** From now on the writer only reads. */
    void demoteWriter() {
        writers = Set.of("notes:read");
    }

    @Override
    public Optional<Identity> authenticate(Credentials credentials) {
        String token =
                credentials.authorization() == null ? "Bearer " + credentials.session() : credentials.authorization();
        return switch (token) {
            case "Bearer writer" -> Optional.of(new Known("writer", writers));
            case "Bearer reader" -> Optional.of(new Known("reader", Set.of("notes:read")));
            default -> throw new UnauthenticatedException("This token is not known");
        };
    }

    private record Known(String name, Set<String> permissions) implements Identity {
        @Override
        public boolean may(String permission) {
            return permissions.contains(permission);
        }

        @Override
        public String rights() {
            return new TreeSet<>(permissions).toString();
        }

        @Override
        public Scope enter() {
            return () -> {};
        }
    }
}
