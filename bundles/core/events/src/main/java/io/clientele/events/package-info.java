/** What happened: appended in the unit of work of the change, and handed out to every module at its own pace. */
@Export
@Version("1.1.0")
@NullMarked
package io.clientele.events;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
