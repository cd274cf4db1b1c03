/** The modules of an installation, and how they come, change and go while the system serves requests. */
@Export
@Version("1.0.0")
@NullMarked
package io.clientele.modules;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
