package io.clientele.segmentation.internal.rfm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.segmentation.internal.Json;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the audit keeps of new settings: the fields that differ, before and after, and of the groups those that differ. */
final class RfmChange {
    private static final String GROUPS = "groups";

    private RfmChange() {}

    /** The detail of a change; all of {@code after} if there was nothing before. */
    static String detail(@Nullable RfmSettings before, RfmSettings after) {
        ObjectNode told = Json.MAPPER.createObjectNode();
        ObjectNode is = Json.MAPPER.valueToTree(after);
        if (before == null) {
            return told.set("after", is).toString();
        }
        ObjectNode was = Json.MAPPER.valueToTree(before);
        Set<String> same = new HashSet<>();
        is.fieldNames().forEachRemaining(field -> {
            if (is.get(field).equals(was.get(field))) {
                same.add(field);
            }
        });
        was.remove(same);
        is.remove(same);
        if (is.has(GROUPS)) {
            narrow(was, is);
        }
        told.set("before", was);
        told.set("after", is);
        return told.toString();
    }

    /** Leaves out the groups that are on both sides; if they have changed places only, their keys tell it. */
    private static void narrow(ObjectNode was, ObjectNode is) {
        JsonNode before = was.get(GROUPS);
        JsonNode after = is.get(GROUPS);
        ArrayNode gone = without(before, after);
        ArrayNode come = without(after, before);
        boolean moved = gone.isEmpty() && come.isEmpty();
        was.set(GROUPS, moved ? keys(before) : gone);
        is.set(GROUPS, moved ? keys(after) : come);
    }

    private static ArrayNode without(JsonNode these, JsonNode others) {
        Set<JsonNode> known = new HashSet<>();
        others.forEach(known::add);
        ArrayNode left = Json.MAPPER.createArrayNode();
        these.forEach(each -> {
            if (!known.contains(each)) {
                left.add(each);
            }
        });
        return left;
    }

    private static ArrayNode keys(JsonNode groups) {
        ArrayNode keys = Json.MAPPER.createArrayNode();
        groups.forEach(group -> keys.add(group.get("key")));
        return keys;
    }
}
