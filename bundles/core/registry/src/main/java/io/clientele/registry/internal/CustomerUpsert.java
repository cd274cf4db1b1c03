package io.clientele.registry.internal;

import io.clientele.access.Caller;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Identifier;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.BulkCustomers.Row;
import io.clientele.registry.internal.store.CheckedProfile;
import io.clientele.registry.internal.store.CustomerBatch.Added;
import io.clientele.registry.internal.store.CustomerRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Works out what the rows of one batch come to, one after the other, before anything is written. For one thread. */
final class CustomerUpsert {
    private static final Profile BLANK = Profile.of(CustomerKind.PERSON, "");

    private final Surroundings around;
    private final Map<String, @Nullable Long> holders;
    private final Map<Long, CustomerRow> present;
    private final Map<Long, Added> added = new LinkedHashMap<>();
    private final Map<Long, Changed> changed = new LinkedHashMap<>();

    /** Asks the database who has identifiers that no key of the batch named. */
    @FunctionalInterface
    interface Holders {
        Map<String, Long> of(Collection<String> references) throws SQLException;
    }

    /** What the upsert works with. */
    record Surroundings(
            ProfileRules rules,
            Assignments assignments,
            Caller caller,
            Instant now,
            LongSupplier ids,
            Holders holders) {}

    /** A customer that is there, and what it is to become. */
    record Changed(CustomerRow before, CheckedProfile checked) {}

    /**
     * Starts with what is there.
     *
     * @param holders who has the identifiers that the keys of the batch name, null for nobody
     * @param present the visible customers among them
     */
    CustomerUpsert(Surroundings around, Map<String, @Nullable Long> holders, Map<Long, CustomerRow> present) {
        this.around = around;
        this.holders = new HashMap<>(holders);
        this.present = present;
    }

    Collection<Added> added() {
        return added.values();
    }

    Collection<Changed> changed() {
        return changed.values();
    }

    Outcome apply(Row row) throws SQLException {
        CustomerKey key = row.key();
        if (key instanceof CustomerKey.ById by) {
            long id = by.id().value();
            return isKnown(id) ? change(id, row, null) : Outcome.failed("/id", "There is no customer " + by.id());
        }
        if (key instanceof CustomerKey.ByIdentifier by) {
            Faults faults = new Faults();
            faults.in("/identifiers", 0);
            Identifier identifier = IdentifierRules.check(by.identifier(), faults);
            if (identifier == null) {
                return Outcome.failed(faults.found());
            }
            Long holder = holders.get(identifier.toString());
            if (holder == null) {
                return add(row, identifier);
            }
            return isKnown(holder)
                    ? change(holder, row, identifier)
                    : Outcome.failed("/identifiers", identifier + " belongs to another customer");
        }
        return add(row, null);
    }

    private boolean isKnown(long id) {
        return added.containsKey(id) || present.containsKey(id);
    }

    private Outcome add(Row row, @Nullable Identifier identifier) throws SQLException {
        Profile said = with(row.edit().apply(BLANK), identifier);
        Faults faults = new Faults();
        CheckedProfile checked = around.rules().check(around.assignments().initial(said, around.caller()), faults);
        around.assignments().check(null, checked.profile(), around.caller(), faults);
        long id = around.ids().getAsLong();
        checkIdentifiers(checked.profile(), id, faults);
        if (faults.any()) {
            return Outcome.failed(faults.found());
        }
        hold(checked.profile(), id);
        put(id, checked);
        return Outcome.ADDED;
    }

    private void put(long id, CheckedProfile checked) {
        CustomerRow.Written written = new CustomerRow.Written(id, 1, around.now(), around.now());
        added.put(id, new Added(CustomerRow.of(written, checked), checked));
    }

    private Outcome change(long id, Row row, @Nullable Identifier identifier) throws SQLException {
        Profile before = current(id);
        Faults faults = new Faults();
        CheckedProfile checked = around.rules().check(with(row.edit().apply(before), identifier), faults);
        around.assignments().check(before, checked.profile(), around.caller(), faults);
        checkIdentifiers(checked.profile(), id, faults);
        if (faults.any()) {
            return Outcome.failed(faults.found());
        }
        if (checked.profile().equals(before)) {
            return Outcome.UNCHANGED;
        }
        hold(checked.profile(), id);
        if (added.containsKey(id)) {
            put(id, checked);
        } else {
            changed.put(id, new Changed(Objects.requireNonNull(present.get(id)), checked));
        }
        return Outcome.UPDATED;
    }

    private Profile current(long id) {
        Added fresh = added.get(id);
        if (fresh != null) {
            return fresh.checked().profile();
        }
        Changed pending = changed.get(id);
        return pending != null
                ? pending.checked().profile()
                : Objects.requireNonNull(present.get(id)).profile();
    }

    private static Profile with(Profile profile, @Nullable Identifier identifier) {
        if (identifier == null || profile.identifiers().contains(identifier)) {
            return profile;
        }
        List<Identifier> all = new ArrayList<>(profile.identifiers());
        all.add(identifier);
        return profile.identified(all);
    }

    /** Records a fault for each identifier that another customer has. */
    private void checkIdentifiers(Profile profile, long id, Faults faults) throws SQLException {
        List<String> unknown = new ArrayList<>(0);
        for (Identifier identifier : profile.identifiers()) {
            if (!holders.containsKey(identifier.toString())) {
                unknown.add(identifier.toString());
            }
        }
        Map<String, Long> asked =
                unknown.isEmpty() ? Map.of() : around.holders().of(unknown);
        for (Identifier identifier : profile.identifiers()) {
            String reference = identifier.toString();
            Long holder = holders.containsKey(reference) ? holders.get(reference) : asked.get(reference);
            if (holder != null && holder != id) {
                faults.add("/identifiers", identifier + " belongs to another customer");
            }
        }
    }

    private void hold(Profile profile, long id) {
        profile.identifiers().forEach(identifier -> holders.put(identifier.toString(), id));
    }
}
