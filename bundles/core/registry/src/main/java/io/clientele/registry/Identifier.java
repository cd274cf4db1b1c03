package io.clientele.registry;

/**
 * The name another system has for a customer or a purchase; unique in this one.
 *
 * @param source the system, such as {@code erp}
 * @param id its name there
 */
public record Identifier(String source, String id) {
    /** As a filter writes it: {@code erp:4711}. */
    @Override
    public String toString() {
        return source + ":" + id;
    }
}
