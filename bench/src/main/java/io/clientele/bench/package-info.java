/** Measures the started distribution; the entry point is {@link io.clientele.bench.Bench}. */
@NullMarked
package io.clientele.bench;

import org.jspecify.annotations.NullMarked;
