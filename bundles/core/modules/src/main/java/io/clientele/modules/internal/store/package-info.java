/** What is kept of modules: their archives as files, what is wanted and what was done as rows. */
@NullMarked
package io.clientele.modules.internal.store;

import org.jspecify.annotations.NullMarked;
