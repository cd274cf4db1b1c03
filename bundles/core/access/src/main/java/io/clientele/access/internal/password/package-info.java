/** Passwords: how they are hashed, and which are good enough. */
@NullMarked
package io.clientele.access.internal.password;

import org.jspecify.annotations.NullMarked;
