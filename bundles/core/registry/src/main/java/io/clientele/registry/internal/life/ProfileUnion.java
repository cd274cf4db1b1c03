package io.clientele.registry.internal.life;

import io.clientele.registry.ContactPoint;
import io.clientele.registry.ContactPoint.Email;
import io.clientele.registry.ContactPoint.Phone;
import io.clientele.registry.ContactPoint.Postal;
import io.clientele.registry.ContactPoint.Web;
import io.clientele.registry.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes one profile of two, and takes it apart again. */
final class ProfileUnion {
    /** The fields with one value, by their names in answers. */
    static final Map<String, Function<Profile, @Nullable Object>> FIELDS = fields();

    private ProfileUnion() {}

    private static Map<String, Function<Profile, @Nullable Object>> fields() {
        Map<String, Function<Profile, @Nullable Object>> fields = new LinkedHashMap<>();
        fields.put("kind", Profile::kind);
        fields.put("name", Profile::name);
        fields.put("language", Profile::language);
        fields.put("timeZone", Profile::timeZone);
        fields.put("status", Profile::status);
        fields.put("owner", Profile::owner);
        fields.put("team", Profile::team);
        return fields;
    }

    /** The fields in which both have a value and not the same one. */
    static List<String> differing(Profile survivor, Profile other) {
        return FIELDS.entrySet().stream()
                .filter(field -> {
                    Object mine = field.getValue().apply(survivor);
                    Object theirs = field.getValue().apply(other);
                    return mine != null && theirs != null && !mine.equals(theirs);
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The survivor's values, and the other's where it has none or where {@code fromOther} names the field; the lists of both. Owner and team
     * belong together: the other's are taken unasked only if the survivor has neither.
     */
    static Profile unite(Profile survivor, Profile other, Set<String> fromOther) {
        Choice choice = new Choice(survivor, other, fromOther);
        boolean nobodys = survivor.owner() == null && survivor.team() == null;
        return new Profile(
                Objects.requireNonNull(choice.of("kind", Profile::kind)),
                Objects.requireNonNull(choice.of("name", Profile::name)),
                choice.of("language", Profile::language),
                choice.of("timeZone", Profile::timeZone),
                Objects.requireNonNull(choice.of("status", Profile::status)),
                nobodys || fromOther.contains("owner") ? other.owner() : survivor.owner(),
                nobodys || fromOther.contains("team") ? other.team() : survivor.team(),
                united(survivor.identifiers(), other.identifiers(), each -> each),
                united(survivor.contactPoints(), other.contactPoints(), ProfileUnion::reach),
                united(survivor.tags(), other.tags(), tag -> tag.toLowerCase(Locale.ROOT)));
    }

    private record Choice(Profile survivor, Profile other, Set<String> fromOther) {
        <T> @Nullable T of(String field, Function<Profile, @Nullable T> value) {
            T mine = value.apply(survivor);
            T theirs = value.apply(other);
            return mine == null || (theirs != null && fromOther.contains(field)) ? theirs : mine;
        }
    }

    private static <T> List<T> united(List<T> mine, List<T> theirs, Function<T, Object> sameness) {
        Map<Object, T> all = new LinkedHashMap<>();
        mine.forEach(each -> all.putIfAbsent(sameness.apply(each), each));
        theirs.forEach(each -> all.putIfAbsent(sameness.apply(each), each));
        return List.copyOf(all.values());
    }

    /** Whom a contact point reaches, whatever it is called. */
    private static Object reach(ContactPoint point) {
        if (point instanceof Email email) {
            return "email " + email.address().toLowerCase(Locale.ROOT);
        } else if (point instanceof Phone phone) {
            return "phone " + phone.number();
        } else if (point instanceof Web web) {
            return "web " + web.url();
        }
        Postal postal = (Postal) point;
        return new Postal(postal.street(), postal.city(), postal.region(), postal.postalCode(), postal.country(), null);
    }

    /**
     * What is the survivor's own once the other is taken out.
     *
     * @param now the survivor as it is
     * @param before the survivor before the merge
     * @param after the survivor right after it: what differs from it now was changed since, and stays
     */
    static Profile apart(Profile now, Profile before, Profile after) {
        return new Profile(
                Objects.requireNonNull(own(now, before, after, Profile::kind)),
                Objects.requireNonNull(own(now, before, after, Profile::name)),
                own(now, before, after, Profile::language),
                own(now, before, after, Profile::timeZone),
                Objects.requireNonNull(own(now, before, after, Profile::status)),
                own(now, before, after, Profile::owner),
                own(now, before, after, Profile::team),
                without(now.identifiers(), before.identifiers(), after.identifiers()),
                without(now.contactPoints(), before.contactPoints(), after.contactPoints()),
                without(now.tags(), before.tags(), after.tags()));
    }

    private static <T> @Nullable T own(
            Profile now, Profile before, Profile after, Function<Profile, @Nullable T> value) {
        T current = value.apply(now);
        return Objects.equals(current, value.apply(after)) ? value.apply(before) : current;
    }

    private static <T> List<T> without(List<T> now, List<T> before, List<T> after) {
        List<T> came = new ArrayList<>(after);
        came.removeAll(before);
        List<T> own = new ArrayList<>(now);
        own.removeAll(came);
        return own;
    }
}
