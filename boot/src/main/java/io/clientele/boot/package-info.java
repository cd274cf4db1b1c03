/** The program behind {@code bin/serve}: what has to be settled before the framework starts, and how the process ends after it has stopped. */
@NullMarked
package io.clientele.boot;

import org.jspecify.annotations.NullMarked;
