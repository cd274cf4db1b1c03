package io.clientele.segmentation.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.registry.CustomerId;
import io.clientele.registry.spi.LifeCycleParticipant;
import io.clientele.registry.spi.Merged;
import io.clientele.segmentation.internal.store.Cause;
import io.clientele.segmentation.internal.store.Gate;
import io.clientele.segmentation.internal.store.MergedPlaceTable;
import io.clientele.segmentation.internal.store.MergedTable;
import io.clientele.segmentation.internal.store.TraceTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * This module's part in what is done to whole customers. In a merge places in lists, the cluster, cells of matrices and the history go with the
 * customer; the members of rules follow from the facts, and are found anew at the same time. An erased customer leaves no trace in any table.
 */
@Component
public final class WholeCustomers implements LifeCycleParticipant {
    private final Platform platform;
    private final KnownSegments known;
    private final PurchaseSummaries summaries;

    @Activate
    public WholeCustomers(
            @Reference Platform platform, @Reference KnownSegments known, @Reference PurchaseSummaries summaries) {
        this.platform = platform;
        this.known = known;
        this.summaries = summaries;
    }

    private interface Moving {
        void move(Connection connection, MergedTable.Pair pair) throws SQLException;
    }

    @Override
    public void merged(Merged merged) {
        Moving before = (connection, pair) -> {
            MergedTable.moveLists(connection, pair);
            MergedPlaceTable.move(connection, pair);
        };
        // The other leaves the rules before its stays go, so that this last one goes too.
        move(merged, "registry.CustomersMerged", before, MergedTable::moveStays);
    }

    @Override
    public void unmerged(Merged merged) {
        Moving before = (connection, pair) -> {
            MergedTable.moveBack(connection, pair);
            MergedPlaceTable.moveBack(connection, pair);
        };
        move(merged, "registry.CustomersUnmerged", before, (connection, pair) -> {});
    }

    private void move(Merged merged, String event, Moving before, Moving after) {
        MergedTable.Pair pair = new MergedTable.Pair(
                merged.id().value(), merged.survivor().value(), merged.other().value());
        platform.transactions().write(connection -> {
            Gate.Mark mark = Gate.enter(connection);
            before.move(connection, pair);
            evaluate(connection, mark, event, Set.of(pair.survivor(), pair.other()));
            after.move(connection, pair);
            return pair;
        });
    }

    private void evaluate(Connection connection, Gate.Mark mark, String event, Set<Long> customers)
            throws SQLException {
        Instant now = platform.now();
        summaries.update(connection, customers);
        Evaluation evaluation = new Evaluation(platform, connection, known.at(connection, mark.revision()), now);
        Cause cause = new Cause(platform.newId(), Cause.Kind.EVENT, event, null, null, now);
        customers.forEach(customer -> evaluation.add(Touched.EVERYTHING, customer, cause));
        int unused = evaluation.run();
    }

    @Override
    public void erased(CustomerId customer) {
        platform.transactions().write(connection -> {
            Gate.Mark unused = Gate.enter(connection);
            TraceTable.delete(connection, customer.value());
            return customer;
        });
    }

    @Override
    public String subjectData(CustomerId customer) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        return platform.transactions().read(connection -> {
            for (TraceTable.Kind kind : TraceTable.Kind.values()) {
                ArrayNode rows = told.putArray(kind.code());
                TraceTable.read(connection, kind, customer.value()).forEach(row -> {
                    ObjectNode each = rows.addObject();
                    row.forEach(each::put);
                });
            }
            return told.toString();
        });
    }
}
