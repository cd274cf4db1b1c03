package io.clientele.modules.spi;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** Knows filters that somebody saved. Asked while a change is planned, on the asking user's thread and outside a unit of work. */
@ConsumerType
public interface FilterUse {
    /** The saved filters that name one of {@code facts} and would be suspended without it, each as a user knows it. */
    List<String> naming(Set<String> facts);
}
