/** Files in and out: customers, purchases, interactions and relations from tables, and customers as a table. */
@NullMarked
package io.clientele.registry.internal.transfer;

import org.jspecify.annotations.NullMarked;
