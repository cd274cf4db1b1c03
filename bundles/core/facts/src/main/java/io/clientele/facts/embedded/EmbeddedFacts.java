package io.clientele.facts.embedded;

import io.clientele.access.Callers;
import io.clientele.facts.Customers;
import io.clientele.facts.FactValues;
import io.clientele.facts.Facts;
import io.clientele.facts.Selections;
import io.clientele.facts.internal.CompiledCustomers;
import io.clientele.facts.internal.CompiledFactValues;
import io.clientele.facts.internal.FactCatalogue;
import io.clientele.facts.spi.FactSource;
import io.clientele.persistence.OpenDatabase;
import java.time.Clock;

/** The catalogue of facts and the way to customers without OSGi: for tests, and for programs that embed the platform. */
public final class EmbeddedFacts {
    private final FactCatalogue catalogue = new FactCatalogue();
    private final CompiledCustomers customers;
    private final FactValues values;

    /** An empty catalogue over the tables of {@code database}. */
    public EmbeddedFacts(OpenDatabase database, Callers callers, Clock clock) {
        this.customers = new CompiledCustomers(
                catalogue, database.transactions(), database.database().dialect(), callers, clock);
        this.values = CompiledFactValues.over(
                catalogue, database.transactions(), database.database().dialect(), callers);
    }

    public Facts facts() {
        return catalogue;
    }

    public Customers customers() {
        return customers;
    }

    public FactValues values() {
        return values;
    }

    public Selections selections() {
        return customers;
    }

    /** Takes in the facts of a table, as they come with the service of the bundle {@code module}. */
    public void add(String module, FactSource source) {
        catalogue.add(module, source);
    }

    /** Lets the facts of a table go. */
    public void remove(FactSource source) {
        catalogue.remove(source);
    }
}
