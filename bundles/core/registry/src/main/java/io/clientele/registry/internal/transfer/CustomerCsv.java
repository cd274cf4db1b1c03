package io.clientele.registry.internal.transfer;

import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import io.clientele.registry.ContactPoint;
import io.clientele.registry.Customer;
import io.clientele.registry.Identifier;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.transfer.mapping.Assignees;
import io.clientele.registry.internal.transfer.mapping.ContactPoints;
import io.clientele.registry.internal.transfer.mapping.Lists;
import io.clientele.registry.internal.transfer.mapping.Staff;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer as one row. The first contact point of each kind has columns of its own; the others stand in one cell as JSON, and the order of
 * kinds in another where it is not the usual one, so that an import makes the same customer of it.
 */
final class CustomerCsv {
    static final List<String> HEADER = List.of(
            "clienteleId",
            "kind",
            "name",
            "language",
            "timeZone",
            "status",
            "owner",
            "team",
            "identifiers",
            "email",
            "emailLabel",
            "phone",
            "phoneLabel",
            "web",
            "webLabel",
            "street",
            "city",
            "region",
            "postalCode",
            "country",
            "addressLabel",
            "moreContactPoints",
            "contactOrder",
            "tags",
            "createdAt",
            "updatedAt");

    private static final List<String> KINDS = List.of("email", "phone", "web", "postal");

    private final Assignees users;
    private final Assignees teams;

    /** Looks up at once who there is to be named. */
    CustomerCsv(Staff staff) {
        users = Assignees.of(staff.users());
        teams = Assignees.of(staff.teams());
    }

    List<String> row(Customer customer) {
        Profile profile = customer.profile();
        UserId owner = profile.owner();
        TeamId team = profile.team();
        List<String> row = new ArrayList<>(HEADER.size());
        row.add(customer.id().toString());
        row.add(profile.kind().code());
        row.add(profile.name());
        row.add(text(profile.language()));
        row.add(text(profile.timeZone()));
        row.add(profile.status().code());
        row.add(owner == null ? "" : users.write(owner.value()));
        row.add(team == null ? "" : teams.write(team.value()));
        row.add(Lists.join(
                profile.identifiers().stream().map(Identifier::toString).toList()));
        contactPoints(row, profile.contactPoints());
        row.add(Lists.join(profile.tags()));
        row.add(customer.createdAt().toString());
        row.add(customer.updatedAt().toString());
        return row;
    }

    private static void contactPoints(List<String> row, List<ContactPoint> points) {
        List<ContactPoint> rest = new ArrayList<>(points);
        List<ContactPoint> imported = new ArrayList<>(points.size());
        for (String kind : KINDS) {
            ContactPoint first = rest.stream()
                    .filter(point -> ContactPoints.kind(point).equals(kind))
                    .findFirst()
                    .orElse(null);
            if (first != null) {
                rest.remove(first);
                imported.add(first);
            }
            columns(row, kind, first);
        }
        imported.addAll(rest);
        row.add(ContactPoints.write(rest));
        row.add(
                imported.equals(points)
                        ? ""
                        : Lists.join(points.stream().map(ContactPoints::kind).toList()));
    }

    private static void columns(List<String> row, String kind, @Nullable ContactPoint point) {
        if (kind.equals("postal")) {
            ContactPoint.Postal address = point instanceof ContactPoint.Postal postal
                    ? postal
                    : new ContactPoint.Postal(null, null, null, null, null, null);
            row.add(text(address.street()));
            row.add(text(address.city()));
            row.add(text(address.region()));
            row.add(text(address.postalCode()));
            row.add(text(address.country()));
        } else {
            row.add(point == null ? "" : value(point));
        }
        row.add(point == null ? "" : text(point.label()));
    }

    private static String value(ContactPoint point) {
        if (point instanceof ContactPoint.Email email) {
            return email.address();
        }
        if (point instanceof ContactPoint.Phone phone) {
            return phone.number();
        }
        return point instanceof ContactPoint.Web web ? web.url() : "";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
