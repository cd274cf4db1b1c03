package io.clientele.modules;

/** A difference between what was asked for here and what the framework runs, made by other means such as a console. */
public record Drift(String module, String detail) {}
