/** Maven builds from the source tree, and what their test reports say. */
@NullMarked
package io.clientele.cli.build;

import org.jspecify.annotations.NullMarked;
