/** What a module does when a customer's record as a whole is erased, handed over, merged or asked for. */
@Export
@Version("1.1.0")
@NullMarked
package io.clientele.registry.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
