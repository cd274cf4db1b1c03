/** A made-up enterprise, the same for the same seed, written as a stream of any length. */
@NullMarked
package io.clientele.cli.demo;

import org.jspecify.annotations.NullMarked;
