/** The registry over HTTP. */
@NullMarked
package io.clientele.registry.internal.rest;

import org.jspecify.annotations.NullMarked;
