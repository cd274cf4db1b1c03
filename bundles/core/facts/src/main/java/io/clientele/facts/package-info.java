/** What is known about a customer now, and the filter language over it. */
@Export
@Version("1.2.0")
@NullMarked
package io.clientele.facts;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
