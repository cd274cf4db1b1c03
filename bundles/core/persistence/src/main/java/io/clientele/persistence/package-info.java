/** Units of work on one database, and how a bundle's tables come to be. */
@Export
@Version("1.0.0")
@NullMarked
package io.clientele.persistence;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
