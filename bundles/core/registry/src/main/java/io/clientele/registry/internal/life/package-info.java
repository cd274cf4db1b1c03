/** What is done to a customer as a whole, in the registry and in every module. */
@NullMarked
package io.clientele.registry.internal.life;

import org.jspecify.annotations.NullMarked;
