package io.clientele.facts.internal;

import io.clientele.facts.Fact;
import io.clientele.facts.Facts;
import io.clientele.facts.spi.FactColumn;
import io.clientele.facts.spi.FactSource;
import io.clientele.facts.spi.FactSource.Cardinality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers the facts of whatever bundles are there. Where two bundles claim one name the first keeps it, until it goes; so it is with the
 * customer table. Safe for use by many threads.
 */
@Component(
        service = {Facts.class, FactCatalogue.class},
        immediate = true)
public final class FactCatalogue implements Facts {
    private static final Logger LOG = LoggerFactory.getLogger(FactCatalogue.class);

    private final List<Registration> registrations = new ArrayList<>();
    private volatile Catalogue current = new Catalogue(Map.of(), null, 0);

    private record Registration(FactSource source, String bundle, Table table, List<KnownFact> facts) {}

    @Activate
    public FactCatalogue() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSource(FactSource source, ServiceReference<FactSource> reference) {
        Bundle bundle = reference.getBundle();
        add(bundle == null ? "a bundle that has gone" : bundle.getSymbolicName(), source);
    }

    void removeSource(FactSource source) {
        remove(source);
    }

    /** Takes the facts of {@code source} in; a source that fails or makes no sense is left out and logged. */
    public void add(String bundle, FactSource source) {
        Registration registration;
        try {
            registration = read(bundle, source);
        } catch (RuntimeException e) {
            LOG.error("The facts of {} are left out: its fact source is faulty", bundle, e);
            return;
        }
        synchronized (registrations) {
            registrations.add(registration);
            rebuild(registration);
        }
        source.onChange(() -> refresh(bundle, source));
    }

    /** Reads {@code source} again, if it is still there; what makes no sense is the source's own failure, and what it said before stays. */
    private void refresh(String bundle, FactSource source) {
        synchronized (registrations) {
            for (int i = 0; i < registrations.size(); i++) {
                if (registrations.get(i).source == source) {
                    Registration again = read(bundle, source);
                    registrations.set(i, again);
                    rebuild(again);
                }
            }
        }
    }

    /** Lets the facts of {@code source} go. */
    public void remove(FactSource source) {
        synchronized (registrations) {
            if (registrations.removeIf(r -> r.source == source)) {
                rebuild(null);
            }
        }
    }

    @Override
    public List<Fact> all() {
        return current.all();
    }

    @Override
    public long revision() {
        return current.revision();
    }

    /** The facts of this moment. */
    Catalogue current() {
        return current;
    }

    private static Registration read(String bundle, FactSource source) {
        Table table = new Table(source.table(), source.customerColumn(), source.cardinality());
        List<KnownFact> facts = new ArrayList<>();
        for (FactColumn column : source.columns()) {
            facts.add(KnownFact.of(bundle, column, table));
        }
        return new Registration(source, bundle, table, facts);
    }

    private void rebuild(@Nullable Registration newcomer) {
        Map<String, KnownFact> facts = new LinkedHashMap<>();
        Registration root = null;
        for (Registration r : registrations) {
            if (r.table.cardinality() == Cardinality.ROOT) {
                if (root != null) {
                    refuse(r, newcomer, "the customer table " + r.table.name(), root.bundle);
                    continue;
                }
                root = r;
            }
            for (KnownFact fact : r.facts) {
                KnownFact first = facts.putIfAbsent(fact.name(), fact);
                if (first != null) {
                    refuse(r, newcomer, "the fact " + fact.name(), first.fact().source());
                }
            }
        }
        current = new Catalogue(facts, root == null ? null : root.table, current.revision() + 1);
    }

    private static void refuse(Registration late, @Nullable Registration newcomer, String what, String owner) {
        if (late.equals(newcomer)) {
            LOG.error("Refused {} of {}: {} keeps it already", what, late.bundle, owner);
        }
    }
}
