/** What is asked of the product, one suite per promise. */
@NullMarked
package io.clientele.bench.scenario;

import org.jspecify.annotations.NullMarked;
