package io.clientele.registry.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The rules by which what is written and what is searched are brought into one form. */
@Component(service = Normalisation.class, configurationPid = "io.clientele.registry")
public final class Normalisation {
    private final Phones phones;
    private final ProfileRules rules;

    /** The configuration of the registry. */
    public @interface Config {
        /** The country whose numbers people write without a country code (ISO 3166 alpha-2). */
        String defaultRegion() default "CN";
    }

    @Activate
    public Normalisation(Config config) {
        this(config.defaultRegion());
    }

    public Normalisation(String region) {
        this.phones = new Phones(region);
        this.rules = new ProfileRules(new Romanisation(), phones);
    }

    public Phones phones() {
        return phones;
    }

    public ProfileRules rules() {
        return rules;
    }
}
