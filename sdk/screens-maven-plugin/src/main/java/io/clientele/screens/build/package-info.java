/** Goals that make and check what browsers run. */
@NullMarked
package io.clientele.screens.build;

import org.jspecify.annotations.NullMarked;
