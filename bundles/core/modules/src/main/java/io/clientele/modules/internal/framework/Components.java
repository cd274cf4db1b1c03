package io.clientele.modules.internal.framework;

import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;

/** How the declared components of a bundle are. */
public interface Components {
    /** The components that cannot work now, each with the reason. */
    List<String> unready(Bundle bundle);

    /** Files that are to describe components, but of which not every component is known: none, if all could be read. */
    List<String> unread(Bundle bundle);

    /** The class names of those that are REST resources. */
    Set<String> resources(Bundle bundle);
}
