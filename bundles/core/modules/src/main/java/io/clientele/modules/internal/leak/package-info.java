/** Finds what holds on to the class loaders of modules that were stopped. */
@NullMarked
package io.clientele.modules.internal.leak;

import org.jspecify.annotations.NullMarked;
