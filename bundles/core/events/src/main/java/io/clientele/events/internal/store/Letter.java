package io.clientele.events.internal.store;

/** What a webhook is to be sent of one event: the body stays the same at every attempt. */
public record Letter(long sequence, String type, String body) {}
