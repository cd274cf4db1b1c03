/** What customers praised us for. */
@NullMarked
package io.clientele.example.praise;

import org.jspecify.annotations.NullMarked;
