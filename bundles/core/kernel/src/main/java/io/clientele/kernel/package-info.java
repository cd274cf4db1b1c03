/** The few types that every bundle speaks: ids, money, pages, networks, threads, and the ways a request can fail. */
@Export
@Version("1.3.0")
@NullMarked
package io.clientele.kernel;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
