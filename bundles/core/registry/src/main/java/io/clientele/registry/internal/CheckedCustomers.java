package io.clientele.registry.internal;

import io.clientele.access.Audit;
import io.clientele.access.Caller;
import io.clientele.access.Callers;
import io.clientele.events.Outbox;
import io.clientele.facts.CustomerQuery;
import io.clientele.facts.Customers;
import io.clientele.facts.Row;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.Ids;
import io.clientele.kernel.Page;
import io.clientele.kernel.PreconditionException;
import io.clientele.persistence.DatabaseException;
import io.clientele.persistence.DuplicateKeyException;
import io.clientele.persistence.Transactions;
import io.clientele.registry.Customer;
import io.clientele.registry.CustomerId;
import io.clientele.registry.CustomerRegistry;
import io.clientele.registry.Identifier;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.store.CheckedProfile;
import io.clientele.registry.internal.store.CustomerBatch;
import io.clientele.registry.internal.store.CustomerRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks what is said about a customer, then writes it in one transaction with its keys and its audit row. */
@Component(service = {CustomerRegistry.class, CheckedCustomers.class})
public final class CheckedCustomers implements CustomerRegistry {
    public static final String READ = "customers:read";
    public static final String WRITE = "customers:write";
    public static final String IMPORT = "customers:import";

    private final Callers callers;
    private final Audit audit;
    private final Outbox outbox;
    private final Customers customers;
    private final Transactions transactions;
    private final Visible visible;
    private final CustomerWriter table;
    private final CustomerBatch lookUp;
    private final ProfileRules rules;
    private final Assignments assignments;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public CheckedCustomers(@Reference Foundation foundation) {
        Platform platform = foundation.platform();
        this.callers = platform.callers();
        this.audit = platform.audit();
        this.outbox = platform.outbox();
        this.customers = platform.customers();
        this.transactions = platform.transactions();
        this.visible = new Visible(platform);
        this.ids = platform.ids();
        this.clock = platform.clock();
        this.table = new CustomerWriter(foundation.dialect(), transactions);
        this.lookUp = new CustomerBatch(foundation.dialect());
        this.rules = foundation.rules();
        this.assignments = foundation.assignments();
    }

    @Override
    public Customer add(Profile profile) {
        return addRow(profile).customer();
    }

    @Override
    public Optional<Customer> find(CustomerId id) {
        return findAs(id, CustomerRow.ROW).map(CustomerRow::customer);
    }

    @Override
    public Page<Customer> list(CustomerQuery query) {
        Page<CustomerRow> rows = listAs(query, CustomerRow.ROW);
        return new Page<>(rows.items().stream().map(CustomerRow::customer).toList(), rows.next(), rows.total());
    }

    @Override
    public Customer replace(CustomerId id, long version, Profile profile) {
        return changeRow(id, version, before -> profile).customer();
    }

    @Override
    public Customer change(CustomerId id, long version, UnaryOperator<Profile> edit) {
        return changeRow(id, version, edit).customer();
    }

    /** The rules that every profile is checked by. */
    public ProfileRules rules() {
        return rules;
    }

    /** What {@link #find} finds, in another form. */
    public <T> Optional<T> findAs(CustomerId id, Row<T> row) {
        callers.require(READ);
        return customers.find(id.value(), row);
    }

    /** What {@link #findAs} finds; fails if that is nothing, and names the customer that this one is part of by now. */
    public <T> T getAs(CustomerId id, Row<T> row) {
        return findAs(id, row).orElseThrow(() -> visible.absent(id));
    }

    /** What {@link #list} lists, in another form. */
    public <T> Page<T> listAs(CustomerQuery query, Row<T> row) {
        callers.require(READ);
        return customers.list(query, row);
    }

    /** What {@link #add} adds, as it stands in the table. */
    public CustomerRow addRow(Profile profile) {
        Caller caller = callers.require(WRITE);
        Faults faults = new Faults();
        CheckedProfile checked = rules.check(assignments.initial(profile, caller), faults);
        assignments.check(null, checked.profile(), caller, faults);
        faults.raise();
        Instant now = now();
        CustomerRow row = CustomerRow.of(new CustomerRow.Written(ids.next(), 1, now, now), checked);
        return writing(
                checked.profile().identifiers(),
                () -> transactions.write(connection -> {
                    table.add(row, checked);
                    audit.record(CustomerChange.added(row));
                    outbox.append(Happened.added(row));
                    return row;
                }));
    }

    /** What {@link #change} writes, as it stands in the table. */
    public CustomerRow changeRow(CustomerId id, long version, UnaryOperator<Profile> edit) {
        Caller caller = callers.require(WRITE);
        return writing(() -> transactions.write(connection -> {
            CustomerRow before = customers.find(id.value(), CustomerRow.ROW).orElseThrow(() -> visible.absent(id));
            if (before.version() != version) {
                throw PreconditionException.stale();
            }
            Profile old = before.profile();
            Faults faults = new Faults();
            CheckedProfile checked = rules.check(edit.apply(old), faults);
            assignments.check(old, checked.profile(), caller, faults);
            faults.raise();
            return checked.profile().equals(old) ? before : write(connection, before, checked);
        }));
    }

    private CustomerRow write(Connection connection, CustomerRow before, CheckedProfile checked) throws SQLException {
        CustomerRow after = table.change(connection, before, checked, now());
        audit.record(CustomerChange.changed(before, after));
        outbox.append(Happened.changed(before, after));
        return after;
    }

    private CustomerRow writing(Supplier<CustomerRow> write) {
        return writing(List.of(), write);
    }

    private CustomerRow writing(List<Identifier> identifiers, Supplier<CustomerRow> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException e) {
            throw new ConflictException("identifier-taken", taken(identifiers) + " belongs to another customer");
        }
    }

    /** Names what the table refused; it cannot be asked while a unit of work that failed is under way. */
    private String taken(List<Identifier> identifiers) {
        List<String> references = identifiers.stream().map(Identifier::toString).toList();
        try {
            Set<String> known = transactions
                    .read(connection -> lookUp.identified(connection, references))
                    .keySet();
            return references.stream().filter(known::contains).findFirst().orElse("One of the identifiers");
        } catch (DatabaseException e) {
            return "One of the identifiers";
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
