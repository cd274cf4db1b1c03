package io.clientele.bench.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.bench.data.Cities;
import io.clientele.bench.data.Person;
import java.nio.charset.StandardCharsets;

/** A made-up customer in the product's JSON, which both sides read. */
final class CustomerBody {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CustomerBody() {}

    static byte[] of(Person person) {
        ObjectNode body = JSON.createObjectNode()
                .put("kind", person.kind())
                .put("name", person.name())
                .put("language", person.language())
                .put("status", person.status());
        body.putArray("identifiers").addObject().put("source", "erp").put("id", person.externalId());
        ArrayNode contactPoints = body.putArray("contactPoints");
        contactPoints.addObject().put("kind", "email").put("value", person.email());
        contactPoints.addObject().put("kind", "phone").put("value", person.phone());
        contactPoints
                .addObject()
                .put("kind", "postal")
                .put("street", person.street())
                .put("city", Cities.name(person.city()))
                .put("country", Cities.country(person.city()));
        body.putArray("tags").add(person.tag());
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
