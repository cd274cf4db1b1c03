/** What the life cycle of modules asks of other bundles. */
@Export
@Version("1.0.0")
@NullMarked
package io.clientele.modules.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
