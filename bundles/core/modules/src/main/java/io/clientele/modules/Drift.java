package io.clientele.modules;

import io.clientele.rest.Told;

/** A difference between what was asked for here and what the framework runs, made by other means such as a console. */
public record Drift(String module, @Told String detail) {}
