package io.clientele.modules.internal.leak;

import java.lang.ref.WeakReference;

/** An edition that went. */
public record Departed(String module, String edition, WeakReference<ClassLoader> loader) {}
