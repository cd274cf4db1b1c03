/** Customers, their timeline and their purchases. */
@Export
@Version("1.3.0")
@NullMarked
package io.clientele.registry;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
