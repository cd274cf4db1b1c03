/** What may be in a module's archive, and what it says about the module. Plain files and bytes: nothing of an archive is run here. */
@NullMarked
package io.clientele.modules.internal.archive;

import org.jspecify.annotations.NullMarked;
