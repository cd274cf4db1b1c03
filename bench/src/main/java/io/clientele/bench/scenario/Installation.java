package io.clientele.bench.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.bench.server.Api;
import io.clientele.bench.server.Distribution;
import io.clientele.bench.web.Window;
import io.clientele.kernel.ShortId;
import java.io.IOException;
import java.util.Optional;

/**
 * A running product and its administrator.
 *
 * @param admin signed in
 */
record Installation(Distribution distribution, Api admin) implements AutoCloseable {
    private static final String CUSTOMERS = "/api/v1/customers?limit=1";
    private static final String PASSWORD = "bench-Kq7-vZt2-mW9";

    /** Starts it for the first time and signs in with the password it wrote down. */
    static Installation start(Distribution distribution) throws IOException {
        distribution.start();
        Api api = new Api(distribution.port());
        Api admin = distribution.await("the administrator", Distribution.LONGEST_START, () -> distribution
                .firstPassword()
                .flatMap(password -> api.tryLogin("admin", password)));
        distribution.await(
                "the customers",
                Distribution.LONGEST_START,
                () -> admin.status(CUSTOMERS) == 200 ? Optional.of(true) : Optional.empty());
        return new Installation(distribution, admin);
    }

    /** A user who sees every customer. */
    Member manager(String login) {
        return member(login, "manager", "all", Optional.empty());
    }

    /** A user who sees what belongs to a team and those below it. */
    Member teamMember(long team) {
        return member("bench-agent", "agent", "team", Optional.of(ShortId.format(team)));
    }

    /** A user who sees every customer, to sign in as. */
    Window.Account account(String login) {
        manager(login);
        return new Window.Account(login, PASSWORD);
    }

    private Member member(String login, String role, String scope, Optional<String> team) {
        ObjectNode user = Api.object()
                .put("login", login)
                .put("name", login)
                .put("scope", scope)
                .put("active", true)
                .put("password", PASSWORD);
        user.putArray("roles").add(role);
        team.ifPresent(id -> user.put("team", id));
        String id = admin.post("/api/v1/users", user).path("id").asText();
        Api session = new Api(distribution.port()).login(login, PASSWORD);
        String token = session.post("/api/v1/tokens", Api.object().put("name", "bench"))
                .path("token")
                .asText();
        return new Member(ShortId.parse(id), new Api(distribution.port()).token(token));
    }

    /** A new team, below {@code parent} if there is one. */
    long team(String name, Optional<Long> parent) {
        ObjectNode team = Api.object().put("name", name);
        parent.ifPresent(id -> team.put("parent", ShortId.format(id)));
        return ShortId.parse(admin.post("/api/v1/teams", team).path("id").asText());
    }

    @Override
    public void close() {
        distribution.close();
    }

    /** A user with an API token. */
    record Member(long id, Api api) {}
}
