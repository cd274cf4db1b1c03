/** A real browser in front of the product: what it fetches, how soon it shows something, how fluently it is used. */
@NullMarked
package io.clientele.bench.web;

import org.jspecify.annotations.NullMarked;
