/** A closed-loop HTTP client whose own cost is not counted. */
@NullMarked
package io.clientele.bench.load;

import org.jspecify.annotations.NullMarked;
