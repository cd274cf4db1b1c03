package io.clientele.registry.internal.transfer.mapping;

import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import io.clientele.registry.ContactPoint;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Identifier;
import io.clientele.registry.Profile;
import io.clientele.registry.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a row says into a customer. What the file has no column for stays. An empty cell clears its value, save that kind, name and
 * status stay. Identifiers and contact points are added to those known; a file that has all contact points, as an export has, replaces
 * them.
 */
final class CustomerEdit implements UnaryOperator<Profile> {
    /** The single values of a row; null where the cell is empty or there is none. */
    record Heading(
            @Nullable CustomerKind kind,
            String name,
            @Nullable Status status,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable Long owner,
            @Nullable Long team) {}

    private final Cells cells;
    private final Heading heading;
    private final List<Identifier> identifiers;
    private final List<ContactReader.Found> contacts;
    private final List<String> tags;
    private List<ContactPoint> written = List.of();

    CustomerEdit(
            Cells cells,
            Heading heading,
            List<Identifier> identifiers,
            List<ContactReader.Found> contacts,
            List<String> tags) {
        this.cells = cells;
        this.heading = heading;
        this.identifiers = identifiers;
        this.contacts = contacts;
        this.tags = tags;
    }

    @Override
    public Profile apply(Profile known) {
        written = contactPoints(known.contactPoints());
        return new Profile(
                heading.kind == null ? known.kind() : heading.kind,
                name(known),
                cells.has(Field.LANGUAGE) ? heading.language : known.language(),
                cells.has(Field.TIME_ZONE) ? heading.timeZone : known.timeZone(),
                heading.status == null ? known.status() : heading.status,
                cells.has(Field.OWNER) ? owner() : known.owner(),
                cells.has(Field.TEAM) ? team() : known.team(),
                union(known.identifiers(), identifiers),
                written,
                cells.has(Field.TAGS) ? tags : known.tags());
    }

    private String name(Profile known) {
        if (!heading.name.isBlank()) {
            return heading.name;
        }
        return known.name().isEmpty() && nameColumn() == 0 && !identifiers.isEmpty()
                ? identifiers.get(0).id()
                : known.name();
    }

    private @Nullable UserId owner() {
        return heading.owner == null ? null : new UserId(heading.owner);
    }

    private @Nullable TeamId team() {
        return heading.team == null ? null : new TeamId(heading.team);
    }

    private List<ContactPoint> contactPoints(List<ContactPoint> known) {
        List<ContactPoint> said = new ArrayList<>(contacts.size());
        contacts.forEach(found -> said.add(found.point()));
        return cells.has(Field.MORE_CONTACT_POINTS) || known.isEmpty() ? said : union(known, said);
    }

    private static <T> List<T> union(List<T> known, List<T> said) {
        if (known.isEmpty() || known.containsAll(said)) {
            return known.isEmpty() ? said : known;
        }
        List<T> all = new ArrayList<>(known);
        said.stream().filter(each -> !known.contains(each)).forEach(all::add);
        return all;
    }

    List<Identifier> identifiers() {
        return identifiers;
    }

    /** The column that a fault of the resulting profile is about. */
    int column(String pointer) {
        String[] steps = pointer.split("/", -1);
        String first = steps.length > 1 ? steps[1] : "";
        return switch (first) {
            case "contactPoints" -> contactColumn(steps);
            case "identifiers" -> Math.max(cells.number(Field.IDENTIFIER), cells.number(Field.IDENTIFIERS));
            case "name" -> nameColumn();
            default -> Field.of(first).map(cells::number).orElse(0);
        };
    }

    private int nameColumn() {
        int name = cells.number(Field.NAME);
        int company = name == 0 ? cells.number(Field.COMPANY) : name;
        int family = company == 0 ? cells.number(Field.FAMILY_NAME) : company;
        return family == 0 ? cells.number(Field.GIVEN_NAME) : family;
    }

    private int contactColumn(String[] steps) {
        int index = steps.length > 2 ? Integer.parseInt(steps[2]) : -1;
        if (index < 0 || index >= written.size()) {
            return 0;
        }
        ContactPoint point = written.get(index);
        int detail = steps.length > 3 ? Field.of(steps[3]).map(cells::number).orElse(0) : 0;
        return contacts.stream()
                .filter(found -> found.point().equals(point))
                .findFirst()
                .map(found -> found.column() == 0 || (point instanceof ContactPoint.Postal && detail > 0)
                        ? detail
                        : found.column())
                .orElse(0);
    }
}
