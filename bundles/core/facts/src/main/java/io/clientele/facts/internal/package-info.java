/** The catalogue, the filter language and its one compiler to SQL. */
@NullMarked
package io.clientele.facts.internal;

import org.jspecify.annotations.NullMarked;
