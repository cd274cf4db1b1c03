/** What tests of modules are written with. */
@NullMarked
package io.clientele.testkit;

import org.jspecify.annotations.NullMarked;
