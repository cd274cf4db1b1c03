/** What is known about customers, over HTTP. */
@NullMarked
package io.clientele.facts.internal.rest;

import org.jspecify.annotations.NullMarked;
