package io.clientele.registry.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.clientele.facts.FactValues;
import io.clientele.facts.Row;
import io.clientele.kernel.Page;
import io.clientele.rest.Rendered;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Puts facts of modules into customers that are answered. Safe for use by many threads. */
final class CustomerFacts {
    static final Row<Listed> ROW = new Row<>(
            List.of("id", "version", "document"), row -> new Listed(row.getLong(1), row.getLong(2), row.getBytes(3)));

    private final FactValues values;
    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(LocalDate.class, ToStringSerializer.instance))
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** A customer as it stands in its row. */
    @SuppressWarnings("ArrayRecordComponent") // It goes from the row to the answer, and nobody compares it.
    record Listed(long id, long version, byte[] document) {}

    CustomerFacts(FactValues values) {
        this.values = values;
    }

    /** The customers of a page, each with its {@code facts}. */
    Page<Rendered<CustomerView>> with(String facts, Page<Listed> page) {
        List<String> names = Arrays.stream(facts.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        Map<Long, Map<String, Object>> found =
                values.of(page.items().stream().map(Listed::id).toList(), names);
        return new Page<>(
                page.items().stream()
                        .map(each -> rendered(each, found.getOrDefault(each.id(), Map.of())))
                        .toList(),
                page.next(),
                page.total());
    }

    /** The document is an object that is never empty, so one more field fits before its end. */
    private Rendered<CustomerView> rendered(Listed customer, Map<String, Object> facts) {
        String document = new String(customer.document(), StandardCharsets.UTF_8);
        String open = document.substring(0, document.lastIndexOf('}'));
        String json = open + ",\"facts\":" + json(facts) + "}";
        return new Rendered<>(CustomerView.class, customer.version(), json.getBytes(StandardCharsets.UTF_8));
    }

    private String json(Map<String, Object> facts) {
        try {
            return mapper.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts are plain values", e);
        }
    }
}
