/** The HTTP host itself, for whoever runs it without a framework: tests, and applications that embed the platform. */
@Export
@Version("1.1.0")
@NullMarked
package io.clientele.rest.host;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
