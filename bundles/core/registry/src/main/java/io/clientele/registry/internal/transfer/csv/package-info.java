/** Tables as text: how a file of rows is written, guessed, read and made safe, whatever the rows are about. */
@NullMarked
package io.clientele.registry.internal.transfer.csv;

import org.jspecify.annotations.NullMarked;
