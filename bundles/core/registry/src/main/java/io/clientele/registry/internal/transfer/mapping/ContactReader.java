package io.clientele.registry.internal.transfer.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clientele.registry.ContactPoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the contact points of a row: those with columns of their own first, in the order of their kinds, then the further ones. */
final class ContactReader {
    private final Cells cells;
    private final Countries countries = new Countries();
    private final boolean hasAddress;

    ContactReader(Cells cells) {
        this.cells = cells;
        hasAddress = cells.has(Field.STREET)
                || cells.has(Field.CITY)
                || cells.has(Field.REGION)
                || cells.has(Field.POSTAL_CODE)
                || cells.has(Field.COUNTRY);
    }

    /** A contact point, and the column it comes from. */
    record Found(ContactPoint point, int column) {}

    List<Found> read(List<String> row) {
        List<Found> found = new ArrayList<>(3);
        add(found, row, Field.EMAIL, Field.EMAIL_LABEL);
        add(found, row, Field.PHONE, Field.PHONE_LABEL);
        add(found, row, Field.WEB, Field.WEB_LABEL);
        if (hasAddress) {
            address(found, row);
        }
        String more = cells.text(row, Field.MORE_CONTACT_POINTS);
        if (!more.isBlank()) {
            more(found, more);
        }
        String order = cells.text(row, Field.CONTACT_ORDER);
        return order.isBlank() ? found : ordered(found, Lists.split(order));
    }

    private void add(List<Found> found, List<String> row, Field field, Field labels) {
        List<Column> columns = cells.all(field);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String value = Cells.text(row, column);
            if (!value.isBlank()) {
                String label = i < cells.all(labels).size()
                        ? Cells.text(row, cells.all(labels).get(i))
                        : "";
                found.add(new Found(point(field, value, label.isBlank() ? null : label), column.index() + 1));
            }
        }
    }

    private static ContactPoint point(Field field, String value, @Nullable String label) {
        return switch (field) {
            case EMAIL -> new ContactPoint.Email(value, label);
            case PHONE -> new ContactPoint.Phone(value, label);
            default -> new ContactPoint.Web(value, label);
        };
    }

    private void address(List<Found> found, List<String> row) {
        String country = cells.text(row, Field.COUNTRY);
        ContactPoint.Postal address = new ContactPoint.Postal(
                cells.textOrNull(row, Field.STREET),
                cells.textOrNull(row, Field.CITY),
                cells.textOrNull(row, Field.REGION),
                cells.textOrNull(row, Field.POSTAL_CODE),
                country.isBlank() ? null : countries.code(country),
                cells.textOrNull(row, Field.ADDRESS_LABEL));
        boolean empty = address.street() == null
                && address.city() == null
                && address.region() == null
                && address.postalCode() == null
                && address.country() == null;
        if (!empty) {
            found.add(new Found(address, cells.number(Field.STREET)));
        }
    }

    private void more(List<Found> found, String json) {
        int column = cells.number(Field.MORE_CONTACT_POINTS);
        try {
            ContactPoints.read(json).forEach(point -> found.add(new Found(point, column)));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new BadCellException(column, "Further contact points are a JSON list as an export writes it");
        }
    }

    /** Takes the next of each kind named; whatever the order does not name comes last. */
    private static List<Found> ordered(List<Found> found, List<String> kinds) {
        List<Found> rest = new ArrayList<>(found);
        List<Found> ordered = new ArrayList<>(found.size());
        for (String kind : kinds) {
            rest.stream()
                    .filter(each -> ContactPoints.kind(each.point()).equals(kind))
                    .findFirst()
                    .ifPresent(next -> {
                        ordered.add(next);
                        rest.remove(next);
                    });
        }
        ordered.addAll(rest);
        return ordered;
    }
}
