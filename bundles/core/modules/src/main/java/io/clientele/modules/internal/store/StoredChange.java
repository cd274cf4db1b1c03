package io.clientele.modules.internal.store;

import io.clientele.modules.ModuleChange;
import org.jspecify.annotations.Nullable;

/** A change with the archives it is about. */
public record StoredChange(ModuleChange change, @Nullable String fromSha256, @Nullable String toSha256) {}
