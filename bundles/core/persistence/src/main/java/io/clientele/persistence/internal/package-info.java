/** The pool, the units of work, and the migrations. */
@NullMarked
package io.clientele.persistence.internal;

import org.jspecify.annotations.NullMarked;
