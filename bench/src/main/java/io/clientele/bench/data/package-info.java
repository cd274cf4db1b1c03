/** Customers made up by a seed: the same ones in every run. */
@NullMarked
package io.clientele.bench.data;

import org.jspecify.annotations.NullMarked;
