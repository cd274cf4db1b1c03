package io.clientele.modules.internal.archive;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Filter;

/**
 * What must be there before a module can be resolved.
 *
 * @param packages each with the range of versions that fits
 */
public record Needs(Map<String, String> packages, List<Capability> capabilities) {
    /**
     * Something other than a package, such as an execution environment.
     *
     * @param filter for its attributes; null if any will do
     */
    public record Capability(String namespace, @Nullable Filter filter) {
        public boolean isMetBy(Map<String, Object> attributes) {
            return filter == null || filter.matches(attributes);
        }

        @Override
        public String toString() {
            return filter == null ? namespace : namespace + " " + filter;
        }
    }
}
