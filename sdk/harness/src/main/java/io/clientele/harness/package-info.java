/** The core inside a unit test. */
@NullMarked
package io.clientele.harness;

import org.jspecify.annotations.NullMarked;
