package io.clientele.segmentation.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.registry.CustomerId;
import io.clientele.registry.spi.LifeCycleParticipant;
import io.clientele.segmentation.internal.store.Gate;
import io.clientele.segmentation.internal.store.TraceTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What this module knows of one customer: forgotten when the customer is erased, told when it is asked for. */
@Component
public final class Traces implements LifeCycleParticipant {
    private final Platform platform;

    @Activate
    public Traces(@Reference Platform platform) {
        this.platform = platform;
    }

    @Override
    public void erased(CustomerId customer) {
        platform.transactions().write(connection -> {
            Gate.Mark unused = Gate.enter(connection);
            TraceTable.delete(connection, customer.value());
            return true;
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
