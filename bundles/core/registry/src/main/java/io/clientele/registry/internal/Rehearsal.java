package io.clientele.registry.internal;

import io.clientele.registry.internal.store.CustomerRow;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The customers that a dry run would have written so far, so that its later rows come to what they would in a run. For one thread. */
public interface Rehearsal {
    /** What a run has of it: its customers are in the tables. */
    Rehearsal NONE = new Rehearsal() {
        @Override
        public Map<String, Long> identified(Collection<String> references) {
            return Map.of();
        }

        @Override
        public Optional<CustomerRow> find(long id) {
            return Optional.empty();
        }

        @Override
        public void keep(CustomerRow customer) {}
    };

    /** Who would have these identifiers; those that nobody would are left out. */
    Map<String, Long> identified(Collection<String> references);

    /** The customer as it would stand by now; empty if it would stand as the tables have it. */
    Optional<CustomerRow> find(long id);

    /** Takes a customer as written. */
    void keep(CustomerRow customer);
}
