package io.clientele.registry.internal.life;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import io.clientele.events.Event;
import io.clientele.events.NewEvent;
import io.clientele.kernel.ShortId;
import io.clientele.registry.CustomerId;
import io.clientele.registry.MergeId;
import io.clientele.registry.spi.HandedOver;
import io.clientele.registry.spi.Merged;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of operations on whole customers, as they are written and read. */
final class LifeEvents {
    static final String ERASED = "registry.CustomerErased";
    static final String HANDED_OVER = "registry.CustomersHandedOver";
    static final String MERGED = "registry.CustomersMerged";
    static final String UNMERGED = "registry.CustomersUnmerged";
    private static final ObjectMapper JSON = new ObjectMapper();

    private LifeEvents() {}

    static String[] types() {
        return new String[] {ERASED, HANDED_OVER, MERGED, UNMERGED};
    }

    static NewEvent erased(CustomerId customer) {
        return NewEvent.of(ERASED, customer.value());
    }

    static NewEvent handedOver(HandedOver handOver) {
        ObjectNode detail = JSON.createObjectNode().put("from", handOver.from().toString());
        UserId user = handOver.user();
        TeamId team = handOver.team();
        if (user != null) {
            detail.put("toUser", user.toString());
        }
        if (team != null) {
            detail.put("toTeam", team.toString());
        }
        ArrayNode customers = detail.putArray("customers");
        handOver.customers().forEach(customer -> customers.add(customer.toString()));
        return new NewEvent(HANDED_OVER, null, detail.toString());
    }

    /** One event for each of the two customers, that of the survivor last. */
    static List<NewEvent> merged(String type, Merged merged) {
        String detail = "{\"merge\":\"" + merged.id() + "\",\"survivor\":\"" + merged.survivor() + "\",\"other\":\""
                + merged.other() + "\"}";
        return List.of(
                new NewEvent(type, merged.other().value(), detail),
                new NewEvent(type, merged.survivor().value(), detail));
    }

    static Merged merged(Event event) {
        JsonNode detail = detail(event);
        return new Merged(
                new MergeId(ShortId.parse(detail.path("merge").asText())),
                CustomerId.of(detail.path("survivor").asText()),
                CustomerId.of(detail.path("other").asText()));
    }

    static HandedOver handedOver(Event event) {
        JsonNode detail = detail(event);
        Long user = id(detail, "toUser");
        Long team = id(detail, "toTeam");
        List<CustomerId> customers = new ArrayList<>();
        detail.path("customers").forEach(each -> customers.add(CustomerId.of(each.asText())));
        return new HandedOver(
                new UserId(ShortId.parse(detail.path("from").asText())),
                user == null ? null : new UserId(user),
                team == null ? null : new TeamId(team),
                customers);
    }

    private static JsonNode detail(Event event) {
        try {
            return JSON.readTree(event.detail());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event " + event.sequence() + " cannot be read", e);
        }
    }

    private static @Nullable Long id(JsonNode detail, String field) {
        return detail.has(field) ? ShortId.parse(detail.path(field).asText()) : null;
    }
}
