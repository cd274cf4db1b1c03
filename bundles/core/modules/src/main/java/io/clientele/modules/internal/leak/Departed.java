package io.clientele.modules.internal.leak;

/** An edition that went. */
record Departed(String module, String edition, DepartedLoader loader) {}
