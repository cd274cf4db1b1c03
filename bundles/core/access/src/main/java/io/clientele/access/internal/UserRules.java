package io.clientele.access.internal;

import io.clientele.access.Role;
import io.clientele.access.TeamId;
import io.clientele.access.User;
import io.clientele.access.internal.password.PasswordRules;
import io.clientele.access.internal.store.TeamStore;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.InvalidInputException.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a user must be like. */
final class UserRules {
    private static final int LONGEST_LOGIN = 100;

    private UserRules() {}

    /** Fails with all that is wrong. */
    static void check(User user, @Nullable String password, TeamStore teams) {
        List<Violation> violations = new ArrayList<>();
        checkLogin(user.login(), violations);
        Texts.checkName("/name", user.name(), violations);
        if (user.roles().isEmpty()) {
            violations.add(new Violation("/roles", "A user has at least one role"));
        }
        TeamId team = user.team();
        if (team != null && teams.find(team).isEmpty()) {
            violations.add(new Violation("/team", "There is no team " + team));
        }
        if (password != null) {
            PasswordRules.violation("/password", password, user.login()).ifPresent(violations::add);
        }
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
    }

    static String sorted(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
    }

    private static void checkLogin(String login, List<Violation> violations) {
        int length = login.codePointCount(0, login.length());
        if (length < 1 || length > LONGEST_LOGIN) {
            violations.add(new Violation("/login", "A login has 1 to " + LONGEST_LOGIN + " characters"));
        } else if (!login.codePoints().allMatch(UserRules::mayStandInLogin)) {
            violations.add(new Violation("/login", "A login consists of letters, digits and any of . _ - @ +"));
        }
    }

    private static boolean mayStandInLogin(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || "._-@+".indexOf(c) >= 0;
    }
}
