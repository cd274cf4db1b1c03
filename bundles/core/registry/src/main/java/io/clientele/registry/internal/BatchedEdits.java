package io.clientele.registry.internal;

import io.clientele.access.Caller;
import io.clientele.facts.Row;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.PreconditionException;
import io.clientele.persistence.DuplicateKeyException;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.store.CheckedProfile;
import io.clientele.registry.internal.store.CustomerRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Changes many customers by the rules of a single change, each with its audit row and its event. A batch is one unit of work; a customer
 * that may not be changed is named and keeps nobody else from being changed. Safe for use by many threads.
 */
@Component(service = BatchedEdits.class)
public final class BatchedEdits {
    /** The most customers of one call. */
    public static final int MOST = 10_000;

    private static final int AT_ONCE = 200;
    private static final int ATTEMPTS = 3;
    private static final Row<CustomerId> ID = new Row<>(List.of("id"), row -> new CustomerId(row.getLong(1)));

    private final Foundation foundation;
    private final Platform platform;
    private final CustomerWriter writer;
    private final BulkKeys keys;

    /**
     * What is to become of one customer.
     *
     * @param version the version it must still have, or null for any
     */
    public record Edit(CustomerId customer, @Nullable Long version, UnaryOperator<Profile> change) {}

    /**
     * A customer that was changed.
     *
     * @param version the version it has now
     */
    public record Changed(CustomerId customer, long version, Profile before) {}

    /** A customer that was not, and why. */
    public record Refused(CustomerId customer, String reason) {}

    /** What came of the edits; a customer that was as it should be already is in neither list. */
    public record Result(List<Changed> changed, List<Refused> refused) {
        public Result {
            changed = List.copyOf(changed);
            refused = List.copyOf(refused);
        }
    }

    @Activate
    public BatchedEdits(@Reference Foundation foundation) {
        this.foundation = foundation;
        this.platform = foundation.platform();
        this.writer = new CustomerWriter(foundation.dialect(), platform.transactions());
        this.keys = new BulkKeys(platform.customers(), foundation.dialect());
    }

    /** The visible customers that a filter finds; fails if they are more than {@link #MOST}. */
    public List<CustomerId> matching(@Nullable String filter) {
        platform.callers().require(CheckedCustomers.WRITE);
        long count = Faults.below("/filter", () -> platform.customers().count(filter));
        if (count > MOST) {
            throw new InvalidInputException(
                    "/filter", "finds " + count + " customers; at most " + MOST + " are changed at once");
        }
        List<CustomerId> found = new ArrayList<>((int) count);
        platform.customers().forEach(filter, ID, found::add);
        return found.size() > MOST ? found.subList(0, MOST) : found;
    }

    /** Makes the edits, none of which names the customer of another. */
    public Result write(List<Edit> edits) {
        Caller caller = platform.callers().require(CheckedCustomers.WRITE);
        if (edits.size() > MOST) {
            throw new InvalidInputException("/ids", "At most " + MOST + " customers are changed at once");
        }
        List<Changed> changed = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (int i = 0; i < edits.size(); i += AT_ONCE) {
            Result part = unit(edits.subList(i, Math.min(edits.size(), i + AT_ONCE)), caller);
            changed.addAll(part.changed);
            refused.addAll(part.refused);
        }
        return new Result(changed, refused);
    }

    private Result unit(List<Edit> edits, Caller caller) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return platform.transactions().write(connection -> write(connection, edits, caller));
            } catch (DuplicateKeyException | ConflictException | PreconditionException e) {
                // Somebody else wrote one of these customers between our look and our write; a second look sees it.
            }
        }
        return new Result(
                List.of(),
                edits.stream()
                        .map(edit -> new Refused(edit.customer, "Others are changing these customers; try again"))
                        .toList());
    }

    private Result write(Connection connection, List<Edit> edits, Caller caller) throws SQLException {
        Map<Long, CustomerRow> present = keys.visible(
                edits.stream().map(edit -> edit.customer.value()).toList(), CustomerRow.ROW, CustomerRow::id);
        Assignments assignments = foundation.assignments().remembering();
        List<Changed> changed = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (Edit edit : edits) {
            CustomerRow before = present.get(edit.customer.value());
            if (before == null) {
                refused.add(new Refused(edit.customer, "There is no customer " + edit.customer));
            } else if (edit.version != null && edit.version != before.version()) {
                refused.add(new Refused(edit.customer, "It has changed since, and was left as it is"));
            } else {
                Profile old = before.profile();
                Faults faults = new Faults();
                CheckedProfile checked = foundation.rules().check(edit.change.apply(old), faults);
                assignments.check(old, checked.profile(), caller, faults);
                if (faults.any()) {
                    refused.add(new Refused(edit.customer, reason(faults)));
                } else if (!checked.profile().equals(old)) {
                    changed.add(new Changed(edit.customer, write(connection, before, checked), old));
                }
            }
        }
        return new Result(changed, refused);
    }

    private long write(Connection connection, CustomerRow before, CheckedProfile checked) throws SQLException {
        CustomerRow after = writer.change(
                connection, before, checked, platform.clock().instant().truncatedTo(ChronoUnit.MICROS));
        platform.audit().record(CustomerChange.changed(before, after));
        platform.outbox().append(Happened.changed(before, after));
        return after.version();
    }

    private static String reason(Faults faults) {
        var first = faults.found().get(0);
        return first.pointer() + " " + first.detail();
    }
}
