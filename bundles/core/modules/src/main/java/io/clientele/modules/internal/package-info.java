/** The life cycle of modules: what is planned, carried out, journaled, and taken up again after the process ended in the middle. */
@NullMarked
package io.clientele.modules.internal;

import org.jspecify.annotations.NullMarked;
