/** What was used and how it is told: processor time of process trees, memory, figures, the table. */
@NullMarked
package io.clientele.bench.measure;

import org.jspecify.annotations.NullMarked;
