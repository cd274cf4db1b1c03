package io.clientele.facts.internal;

import io.clientele.access.Callers;
import io.clientele.access.Visibility;
import io.clientele.facts.FactType;
import io.clientele.facts.FactValues;
import io.clientele.facts.internal.Query.View;
import io.clientele.facts.spi.FactSource.Cardinality;
import io.clientele.kernel.InvalidInputException;
import io.clientele.persistence.Database;
import io.clientele.persistence.Dialect;
import io.clientele.persistence.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads facts with one statement for each table, each with the visibility of the caller in it. */
@Component
public final class CompiledFactValues implements FactValues {
    private static final String PERMISSION = "customers:read";
    private static final int MOST_CUSTOMERS = 200;
    private static final int MOST_VALUES = 20;

    private final FactCatalogue catalogue;
    private final Transactions transactions;
    private final Dialect dialect;
    private final Callers callers;

    @Activate
    public CompiledFactValues(
            @Reference FactCatalogue catalogue,
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Callers callers) {
        this(catalogue, transactions, database.dialect(), callers);
    }

    // Not public: the framework takes the first public constructor with that many arguments.
    CompiledFactValues(FactCatalogue catalogue, Transactions transactions, Dialect dialect, Callers callers) {
        this.catalogue = catalogue;
        this.transactions = transactions;
        this.dialect = dialect;
        this.callers = callers;
    }

    /** The same without a framework. */
    public static CompiledFactValues over(
            FactCatalogue catalogue, Transactions transactions, Dialect dialect, Callers callers) {
        return new CompiledFactValues(catalogue, transactions, dialect, callers);
    }

    @Override
    public Map<Long, Map<String, Object>> of(Collection<Long> customers, List<String> facts) {
        if (facts.size() > MOST_FACTS || customers.size() > MOST_CUSTOMERS) {
            throw new InvalidInputException(
                    "facts", "At most " + MOST_FACTS + " facts of " + MOST_CUSTOMERS + " customers are told at once");
        }
        Catalogue current = catalogue.current();
        Map<String, List<KnownFact>> statements = new LinkedHashMap<>();
        for (KnownFact fact : known(facts, current)) {
            boolean many = fact.table().cardinality() == Cardinality.MANY;
            String together = many ? fact.name() : fact.table().name() + " ";
            statements.computeIfAbsent(together, k -> new ArrayList<>()).add(fact);
        }
        Execution run = run();
        Map<Long, Map<String, Object>> found = new HashMap<>();
        if (!customers.isEmpty() && !statements.isEmpty()) {
            transactions.read(connection -> {
                for (List<KnownFact> together : statements.values()) {
                    Sql sql = new ValuesSql(current.root(), View.of(run)).of(together, List.copyOf(customers));
                    read(connection, sql, run, together)
                            .forEach((id, values) -> found.computeIfAbsent(id, k -> new LinkedHashMap<>())
                                    .putAll(values));
                }
                return found;
            });
        }
        return found;
    }

    private static List<KnownFact> known(List<String> names, Catalogue current) {
        Input input = new Input("facts", String.join(",", names));
        List<KnownFact> known = new ArrayList<>();
        int index = 0;
        for (String name : new LinkedHashSet<>(names)) {
            KnownFact fact = current.require(input, index, name);
            if (fact.type() == FactType.WORDS) {
                throw input.fault(index, name + " is for searching only");
            }
            known.add(fact);
            index += name.length() + 1;
        }
        return known;
    }

    private static Map<Long, Map<String, Object>> read(
            Connection connection, Sql sql, Execution run, List<KnownFact> facts) throws SQLException {
        Map<Long, Map<String, Object>> found = new HashMap<>();
        try (PreparedStatement statement = sql.prepare(connection, run);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Map<String, Object> values = found.computeIfAbsent(row.getLong(1), k -> new LinkedHashMap<>());
                for (int i = 0; i < facts.size(); i++) {
                    put(values, facts.get(i), row, i + 2);
                }
            }
        }
        return found;
    }

    private static void put(Map<String, Object> values, KnownFact fact, ResultSet row, int column) throws SQLException {
        Object value = FactValue.told(row, column, fact.type());
        if (value == null) {
            return;
        }
        if (fact.fact().many() && values.computeIfAbsent(fact.name(), k -> new ArrayList<>()) instanceof List<?> all) {
            List<Object> longer = new ArrayList<>(all);
            longer.add(value);
            values.put(fact.name(), longer);
        } else {
            values.put(fact.name(), value);
        }
    }

    @Override
    public List<String> beginning(String name, String start) {
        Input input = new Input("fact", name);
        Catalogue current = catalogue.current();
        KnownFact fact = current.require(input, 0, name);
        if (fact.type() != FactType.TEXT) {
            throw input.fault(0, name + " is no text");
        }
        String from = start.isEmpty() ? "" : fact.column().key().apply(start);
        Execution run = run();
        Sql sql = new ValuesSql(current.root(), View.of(run)).beginning(fact, from, dialect, MOST_VALUES);
        return transactions.read(connection -> {
            try (PreparedStatement statement = sql.prepare(connection, run);
                    ResultSet row = statement.executeQuery()) {
                List<String> values = new ArrayList<>();
                while (row.next()) {
                    values.add(row.getString(1));
                }
                return values;
            }
        });
    }

    private Execution run() {
        Visibility visibility = Visibility.of(callers.require(PERMISSION));
        return new Execution(Instant.EPOCH, visibility.fold(() -> null, some -> some), List.of(), List.of());
    }
}
