/** The customer registry without OSGi. */
@Export
@Version("1.2.0")
@NullMarked
package io.clientele.registry.embedded;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
