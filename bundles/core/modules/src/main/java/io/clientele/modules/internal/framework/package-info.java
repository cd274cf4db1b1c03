/** Modules as bundles of the framework: installed, started, verified, stopped, without a touch to any other bundle. */
@NullMarked
package io.clientele.modules.internal.framework;

import org.jspecify.annotations.NullMarked;
