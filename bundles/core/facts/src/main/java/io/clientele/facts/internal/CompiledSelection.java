package io.clientele.facts.internal;

import io.clientele.access.Visibility;
import io.clientele.facts.Selection;
import io.clientele.facts.Subquery;
import io.clientele.facts.internal.Query.View;
import io.clientele.kernel.InvalidInputException;
import io.clientele.persistence.Dialect;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A filter of one catalogue, for one caller. */
final class CompiledSelection implements Selection {
    private final Catalogue catalogue;
    private final @Nullable Filter filter;
    private final Visibility.@Nullable Some visible;
    private final Dialect dialect;
    private final Set<String> facts = new TreeSet<>();
    private final List<Filter.Condition> timed = new ArrayList<>();

    CompiledSelection(
            Catalogue catalogue, @Nullable Filter filter, Visibility.@Nullable Some visible, Dialect dialect) {
        this.catalogue = catalogue;
        this.filter = filter;
        this.visible = visible;
        this.dialect = dialect;
        if (filter != null) {
            gather(filter);
        }
    }

    private void gather(Filter part) {
        if (part instanceof Filter.All all) {
            all.parts().forEach(this::gather);
        } else if (part instanceof Filter.Any any) {
            any.parts().forEach(this::gather);
        } else if (part instanceof Filter.Condition condition) {
            facts.add(condition.fact().name());
            if (condition.operands().stream().anyMatch(Operand::isRelative)) {
                timed.add(condition);
            }
        }
    }

    @Override
    public Set<String> facts() {
        return Set.copyOf(facts);
    }

    @Override
    public boolean isTimed() {
        return !timed.isEmpty();
    }

    @Override
    public Subquery all(Instant now) {
        return query(filter, List.of(), run(now, List.of()));
    }

    @Override
    public Subquery among(Collection<Long> ids, Instant now) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("no ids");
        }
        return query(filter, List.of(), run(now, List.copyOf(ids)));
    }

    @Override
    public Subquery with(List<String> names, Instant now) {
        return query(filter, names.stream().map(this::single).toList(), run(now, List.of()));
    }

    @Override
    public Subquery with(Collection<Long> ids, List<String> names, Instant now) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("no ids");
        }
        return query(filter, names.stream().map(this::single).toList(), run(now, List.copyOf(ids)));
    }

    private KnownFact single(String name) {
        KnownFact fact = catalogue.require(new Input("fact", name), 0, name);
        if (!fact.isSingle()) {
            throw new InvalidInputException("fact", name + " is not one value of each customer");
        }
        return fact;
    }

    @Override
    public Optional<Subquery> turning(Instant from, Instant to) {
        List<Filter> turned = new ArrayList<>();
        for (Filter.Condition condition : timed) {
            for (Operand operand : condition.operands()) {
                Object before = operand.at(from);
                Object after = operand.at(to);
                if (!before.equals(after)) {
                    turned.add(between(condition.fact(), before, after));
                }
            }
        }
        if (turned.isEmpty()) {
            return Optional.empty();
        }
        Filter any = turned.size() == 1 ? turned.get(0) : new Filter.Any(turned);
        return Optional.of(query(any, List.of(), run(to, List.of())));
    }

    private static Filter between(KnownFact fact, Object before, Object after) {
        return new Filter.All(List.of(
                new Filter.Condition(fact, Operator.AT_LEAST, List.of(new Operand.Exact(before))),
                new Filter.Condition(fact, Operator.AT_MOST, List.of(new Operand.Exact(after)))));
    }

    private Execution run(Instant now, List<Long> ids) {
        return new Execution(now, visible, List.of(), ids);
    }

    private Subquery query(@Nullable Filter condition, List<KnownFact> values, Execution run) {
        Sql sql = new SubquerySql(catalogue.root(), condition, View.of(run), dialect)
                .compile(values, !run.ids().isEmpty());
        return new Bound(sql, run);
    }

    private record Bound(Sql compiled, Execution run) implements Subquery {
        @Override
        public String sql() {
            return compiled.text();
        }

        @Override
        public int bind(PreparedStatement statement, int first) throws SQLException {
            return first + compiled.bind(statement, first, run);
        }
    }
}
