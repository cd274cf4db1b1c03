/** What a REST resource of any bundle is written with. */
@Export
@Version("1.2.0")
@NullMarked
package io.clientele.rest;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
