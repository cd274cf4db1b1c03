package io.clientele.access;

/**
 * What was done to what.
 *
 * @param action an intent in the past tense, such as {@code registry.CustomerAdded}
 * @param subject the kind of thing, such as {@code customer}
 * @param id the thing's id
 * @param detail what changed, as a JSON object; no secrets
 */
public record Change(String action, String subject, long id, String detail) {}
