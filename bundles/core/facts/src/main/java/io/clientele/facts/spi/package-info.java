/** How a bundle says which facts its tables hold. */
@Export
@Version("1.1.0")
@NullMarked
package io.clientele.facts.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
