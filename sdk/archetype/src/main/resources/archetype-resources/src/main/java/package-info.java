/** How many customers somebody sees. */
@NullMarked
package ${package};

import org.jspecify.annotations.NullMarked;
