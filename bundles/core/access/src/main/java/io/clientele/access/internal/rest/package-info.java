/** The resources. */
@NullMarked
package io.clientele.access.internal.rest;

import org.jspecify.annotations.NullMarked;
