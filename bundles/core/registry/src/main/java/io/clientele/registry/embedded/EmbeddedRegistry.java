package io.clientele.registry.embedded;

import io.clientele.access.Audit;
import io.clientele.access.Callers;
import io.clientele.access.Redaction;
import io.clientele.access.Teams;
import io.clientele.access.Users;
import io.clientele.events.EventDetails;
import io.clientele.events.Outbox;
import io.clientele.events.spi.EventHandler;
import io.clientele.facts.embedded.EmbeddedFacts;
import io.clientele.persistence.OpenDatabase;
import io.clientele.registry.Consents;
import io.clientele.registry.CustomerRegistry;
import io.clientele.registry.Erasures;
import io.clientele.registry.Merges;
import io.clientele.registry.PurchaseHistory;
import io.clientele.registry.Purchases;
import io.clientele.registry.Timeline;
import io.clientele.registry.internal.Assignments;
import io.clientele.registry.internal.CheckedCustomers;
import io.clientele.registry.internal.Foundation;
import io.clientele.registry.internal.Normalisation;
import io.clientele.registry.internal.Platform;
import io.clientele.registry.internal.RecordedConsents;
import io.clientele.registry.internal.RecordedHistory;
import io.clientele.registry.internal.RecordedPurchases;
import io.clientele.registry.internal.RecordedTimeline;
import io.clientele.registry.internal.RegistryFacts;
import io.clientele.registry.internal.life.JournaledMerges;
import io.clientele.registry.internal.life.ParticipantFeed;
import io.clientele.registry.internal.life.TracelessErasures;
import io.clientele.registry.spi.LifeCycleParticipant;
import java.time.Clock;
import java.util.Map;

/** The customer registry without OSGi: for tests, and for programs that embed the platform. */
public final class EmbeddedRegistry {
    private static final String BUNDLE = "io.clientele.registry";

    private final Foundation foundation;

    private EmbeddedRegistry(Foundation foundation) {
        this.foundation = foundation;
    }

    /** Who works with customers, and where it is recorded. */
    public record Access(Callers callers, Audit audit, Users users, Teams teams) {}

    /** What the registry stands on. */
    public record Surroundings(OpenDatabase database, EmbeddedFacts facts, Outbox outbox, Clock clock) {}

    /**
     * Makes the tables of the registry if they are not there, and adds its facts.
     *
     * @param region the country whose telephone numbers people write without a country code (ISO 3166 alpha-2)
     */
    public static EmbeddedRegistry open(Surroundings ground, Access access, String region) {
        OpenDatabase database = ground.database;
        database.migrate(BUNDLE, CustomerRegistry.class);
        Normalisation normalisation = new Normalisation(region);
        RegistryFacts.all(normalisation).forEach(source -> ground.facts.add(BUNDLE, source));
        Platform platform = new Platform(
                access.callers,
                access.audit,
                ground.outbox,
                ground.facts.customers(),
                database.transactions(),
                database.ids(),
                ground.clock);
        Assignments assignments = new Assignments(access.users, access.teams);
        return new EmbeddedRegistry(
                new Foundation(platform, database.database().dialect(), assignments, normalisation));
    }

    public CustomerRegistry customers() {
        return new CheckedCustomers(foundation);
    }

    /** Erasures, which take what is personal out of an audit and out of events too. */
    public Erasures erasures(Redaction redaction, EventDetails events) {
        return new TracelessErasures(foundation, redaction, events);
    }

    public Merges merges() {
        return new JournaledMerges(foundation);
    }

    /** Hands what is done to whole customers to a participant. It is to read a feed with the properties of {@link #feed}. */
    public static EventHandler handing(LifeCycleParticipant participant) {
        return new ParticipantFeed(participant);
    }

    /** The properties of the feed of a bundle's participant. */
    public static Map<String, Object> feed(String bundle) {
        return ParticipantFeed.properties(bundle);
    }

    public Timeline timeline() {
        return new RecordedTimeline(foundation);
    }

    public Purchases purchases() {
        return new RecordedPurchases(foundation);
    }

    public Consents consents() {
        return new RecordedConsents(foundation);
    }

    public PurchaseHistory history() {
        return new RecordedHistory(foundation);
    }
}
