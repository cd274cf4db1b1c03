/** The chained record of changes. */
@NullMarked
package io.clientele.access.internal.audit;

import org.jspecify.annotations.NullMarked;
