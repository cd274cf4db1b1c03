package io.clientele.registry.internal;

import io.clientele.kernel.ConflictException;
import io.clientele.persistence.Dialect;
import io.clientele.persistence.Transactions;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Identifier;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.store.CheckedProfile;
import io.clientele.registry.internal.store.CheckedProfile.LookUp;
import io.clientele.registry.internal.store.CustomerRow;
import io.clientele.registry.internal.store.CustomerTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Writes a customer's row together with what it is looked up by. */
public final class CustomerWriter {
    private final CustomerTable table;
    private final Transactions transactions;

    CustomerWriter(Dialect dialect, Transactions transactions) {
        this.table = new CustomerTable(dialect);
        this.transactions = transactions;
    }

    /** Adds a customer in the current unit of work, which fails if another customer has one of its identifiers. */
    public void add(CustomerRow row, CheckedProfile checked) {
        table.inserts(row, checked).forEach(transactions::defer);
    }

    /** Writes {@code checked} over {@code before}; the unit of work fails if another has written since it was read. */
    public CustomerRow change(Connection connection, CustomerRow before, CheckedProfile checked, Instant now)
            throws SQLException {
        CustomerRow after = CustomerRow.of(
                new CustomerRow.Written(before.id(), before.version() + 1, before.createdAt(), now), checked);
        transactions.defer(table.update(after, checked));
        if (!before.lists().equals(after.lists())) {
            Profile old = before.profile();
            CustomerId id = new CustomerId(before.id());
            Set<LookUp> oldKeys = table.keys(connection, before.id());
            table.removeKeys(connection, without(oldKeys, checked.keys()), before.id());
            table.addKeys(connection, without(checked.keys(), oldKeys), before.id());
            List<Identifier> wanted = checked.profile().identifiers();
            table.removeIdentifiers(connection, without(old.identifiers(), wanted), id);
            identify(connection, without(wanted, old.identifiers()), id);
        }
        return after;
    }

    private void identify(Connection connection, List<Identifier> identifiers, CustomerId id) throws SQLException {
        List<Identifier> taken = table.addIdentifiers(connection, identifiers, id);
        if (!taken.isEmpty()) {
            throw new ConflictException("identifier-taken", taken.get(0) + " belongs to another customer");
        }
    }

    private static <T> List<T> without(Collection<T> these, Collection<T> others) {
        List<T> rest = new ArrayList<>(these);
        rest.removeAll(others);
        return rest;
    }
}
