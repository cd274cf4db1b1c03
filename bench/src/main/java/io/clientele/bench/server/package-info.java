/** The database, the distribution and the baseline as processes. */
@NullMarked
package io.clientele.bench.server;

import org.jspecify.annotations.NullMarked;
