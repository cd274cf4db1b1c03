package io.clientele.modules.internal.framework;

import io.clientele.facts.Fact;
import io.clientele.facts.Facts;
import io.clientele.facts.spi.FactColumn;
import io.clientele.facts.spi.FactSource;
import io.clientele.persistence.DatabaseException;
import io.clientele.persistence.Transactions;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** Finds out whether the facts of a module are in the catalogue and can be read: else whoever filters by one is told of a fault of the server. */
public final class FactProof {
    private final BundleContext context;
    private final Facts facts;
    private final Transactions transactions;

    public FactProof(BundleContext context, Facts facts, Transactions transactions) {
        this.context = context;
        this.facts = facts;
        this.transactions = transactions;
    }

    /** What is wrong with the facts of a bundle, or empty. */
    Optional<String> fault(Bundle bundle) {
        ServiceReference<?>[] registered = bundle.getRegisteredServices();
        return Stream.of(registered == null ? new ServiceReference<?>[0] : registered)
                .filter(reference -> List.of((String[]) reference.getProperty(Constants.OBJECTCLASS))
                        .contains(FactSource.class.getName()))
                .flatMap(reference -> fault(bundle.getSymbolicName(), reference).stream())
                .findFirst();
    }

    private Optional<String> fault(String bundle, ServiceReference<?> reference) {
        try {
            return context.getService(reference) instanceof FactSource source
                    ? fault(bundle, source)
                    : Optional.empty();
        } catch (DatabaseException e) {
            return Optional.of("its facts cannot be read: " + said(e));
        } catch (RuntimeException | LinkageError e) {
            return Optional.of("its fact source failed: " + e);
        } finally {
            context.ungetService(reference);
        }
    }

    private Optional<String> fault(String bundle, FactSource source) {
        Map<String, Fact> known = facts.all().stream().collect(Collectors.toMap(Fact::name, Function.identity()));
        for (FactColumn column : source.columns()) {
            Fact fact = known.get(column.fact());
            if (fact == null) {
                return Optional.of("its fact " + column.fact() + " is left out; the log says why");
            }
            if (!fact.source().equals(bundle)) {
                return Optional.of("its fact " + column.fact() + " is one that " + fact.source() + " keeps already");
            }
        }
        String columns = Stream.concat(
                        Stream.of(source.customerColumn()),
                        source.columns().stream().map(FactColumn::column))
                .distinct()
                .map(column -> "t." + column)
                .collect(Collectors.joining(", "));
        return transactions.read(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select " + columns + " from " + source.table() + " t where 1 = 0");
                return Optional.empty();
            }
        });
    }

    /** The embedded database repeats the statement behind what it says. */
    private static String said(DatabaseException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("").replace("; SQL statement:", "");
    }
}
