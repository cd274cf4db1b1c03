package io.clientele.registry.internal.transfer.mapping;

import io.clientele.access.Teams;
import io.clientele.access.Users;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The users or the teams that customers are given to, under their ids and the names that people write: all that there were when it was made. */
public final class Assignees {
    private static final int PAGE = 200;

    private final Map<Long, String> names = new HashMap<>();
    private final Map<String, List<Long>> ids = new HashMap<>();

    private Assignees() {}

    /** A list that is read page by page. */
    private interface Listed<T> {
        Page<T> list(int limit, @Nullable String cursor);
    }

    /** The users, who are named by their logins. */
    public static Assignees of(Users users) {
        return read(users::list, user -> user.id().value(), user -> user.login());
    }

    /** The teams, of which several may have the same name. */
    public static Assignees of(Teams teams) {
        return read(teams::list, team -> team.id().value(), team -> team.name());
    }

    private static <T> Assignees read(Listed<T> all, ToLongFunction<T> id, Function<T, String> name) {
        Assignees read = new Assignees();
        String cursor = null;
        do {
            Page<T> page = all.list(PAGE, cursor);
            page.items().forEach(each -> read.add(id.applyAsLong(each), name.apply(each)));
            cursor = page.next();
        } while (cursor != null);
        return read;
    }

    private void add(long id, String name) {
        names.put(id, name);
        ids.computeIfAbsent(key(name), none -> new ArrayList<>(1)).add(id);
    }

    /** Logins differ by more than case, and so it is with names here. */
    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** The ids that {@code text} may mean: the one that it is, or those of all who are called so. An id that nobody has stands for itself. */
    List<Long> meantBy(String text) {
        long id = ShortId.parse(text);
        List<Long> called = names.containsKey(id) ? null : ids.get(key(text));
        if (called != null) {
            return List.copyOf(called);
        }
        return id < 0 ? List.of() : List.of(id);
    }

    /** What means {@code id} and nothing else: the name where that will do, else the id. */
    public String write(long id) {
        String name = names.get(id);
        return name != null && meantBy(name).equals(List.of(id)) ? name : ShortId.format(id);
    }
}
