/** What the HTTP host asks of other bundles. */
@Export
@Version("1.3.0")
@NullMarked
package io.clientele.rest.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
