/** Modules over HTTP. */
@NullMarked
package io.clientele.modules.internal.rest;

import org.jspecify.annotations.NullMarked;
