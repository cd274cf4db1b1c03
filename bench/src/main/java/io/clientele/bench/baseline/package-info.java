/** The measuring stick: a bare HTTP server with hand-written SQL over the registry's own table. */
@NullMarked
package io.clientele.bench.baseline;

import org.jspecify.annotations.NullMarked;
