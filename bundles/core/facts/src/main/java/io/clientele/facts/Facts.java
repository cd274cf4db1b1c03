package io.clientele.facts;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The catalogue of all facts that the installed bundles keep now. */
@ProviderType
public interface Facts {
    /** Every fact, ordered by name. */
    List<Fact> all();

    /** A number that grows whenever facts come or go. */
    long revision();
}
