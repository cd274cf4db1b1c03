package io.clientele.harness;

import io.clientele.access.Caller;
import io.clientele.access.Callers;
import io.clientele.events.FeedStatus;
import io.clientele.events.Feeds;
import io.clientele.events.NewEvent;
import io.clientele.events.Outbox;
import io.clientele.events.embedded.EmbeddedEvents;
import io.clientele.events.spi.EventHandler;
import io.clientele.events.spi.Feed;
import io.clientele.facts.Customers;
import io.clientele.facts.FactValues;
import io.clientele.facts.Facts;
import io.clientele.facts.Selections;
import io.clientele.facts.embedded.EmbeddedFacts;
import io.clientele.facts.spi.FactSource;
import io.clientele.kernel.Ids;
import io.clientele.persistence.Dialect;
import io.clientele.persistence.Durability;
import io.clientele.persistence.OpenDatabase;
import io.clientele.persistence.Schemas;
import io.clientele.persistence.Transactions;
import io.clientele.persistence.embedded.Databases;
import io.clientele.registry.Consents;
import io.clientele.registry.CustomerId;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.CustomerRegistry;
import io.clientele.registry.NewMerge;
import io.clientele.registry.Profile;
import io.clientele.registry.PurchaseHistory;
import io.clientele.registry.Purchases;
import io.clientele.registry.Timeline;
import io.clientele.registry.embedded.EmbeddedRegistry;
import io.clientele.registry.spi.LifeCycleParticipant;
import io.clientele.testkit.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * The core on a fresh database, for the tests of a module and without OSGi: the services are the real ones. What a test does is done by
 * {@link Staff#ADMINISTRATOR}, unless it says {@link #as}.
 *
 * <pre>{@code
 * try (TestCore core = TestCore.start(TestDatabase.H2)) {
 *     core.migrate(Praise.class);
 *     CustomerId ada = core.customer("Ada");
 *     …
 * }
 * }</pre>
 */
public final class TestCore implements AutoCloseable {
    /** The symbolic name of the bundle that is tested, as far as the core is told. */
    public static final String MODULE = "module.under.test";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A failing batch is handed out again event by event, so that one attempt more than one tells which event it is. */
    private static final int ATTEMPTS = 2;

    private final InMemoryCallers callers = new InMemoryCallers();
    private final OpenDatabase database;
    private final EmbeddedFacts facts;
    private final EmbeddedEvents events;
    private final EmbeddedRegistry registry;
    private final InMemoryAudit audit;
    private final Set<String> feeds = ConcurrentHashMap.newKeySet();

    private TestCore(OpenDatabase database) {
        Clock clock = Clock.systemUTC();
        this.database = database;
        this.facts = new EmbeddedFacts(database, callers, clock);
        this.events = EmbeddedEvents.open(
                database, callers, new EmbeddedEvents.Choice(new SimpleMeterRegistry(), PATIENCE, ATTEMPTS));
        this.audit = new InMemoryAudit(database.transactions());
        this.registry = EmbeddedRegistry.open(
                new EmbeddedRegistry.Surroundings(database, facts, events.outbox(), clock),
                new EmbeddedRegistry.Access(callers, audit, new NoUsers(), new NoTeams()),
                "CN");
    }

    /** Makes a database and starts the core on it. */
    public static TestCore start(TestDatabase kind) {
        TestDatabase.Location location = kind.create();
        return new TestCore(Databases.open(location.url(), location.user(), location.password(), Durability.FAST));
    }

    /** Runs the migrations in the jar or folder that holds {@code anchor}, as the start of its bundle would. */
    public void migrate(Class<?> anchor) {
        migrate(MODULE, anchor);
    }

    void migrate(String bundle, Class<?> anchor) {
        var unused = database.migrate(bundle, anchor);
    }

    /** Takes in the facts of a table. */
    public void add(FactSource source) {
        facts.add(MODULE, source);
    }

    /** Lets the facts of a table go, as when its bundle stops. */
    public void remove(FactSource source) {
        facts.remove(source);
    }

    /**
     * Hands the events of these types to {@code handler}, from the first one that ever happened on.
     *
     * @param types such as {@code registry.CustomerAdded}, or {@code registry.*}; every type if empty
     */
    public void add(EventHandler handler, String... types) {
        String feed = handler.getClass().getName();
        feeds.add(feed);
        events.add(
                handler,
                MODULE,
                Map.of(Feed.PREFIX_ + "name", feed, Feed.PREFIX_ + "types", types, Feed.PREFIX_ + "from", Feed.START));
    }

    /** Takes a handler away, as when its bundle stops; what happens meanwhile waits until it is added again. */
    public void remove(EventHandler handler) {
        feeds.remove(handler.getClass().getName());
        events.remove(handler);
    }

    /** Lets {@code participant} take part in what is done to whole customers, from the first time on. */
    public void add(LifeCycleParticipant participant) {
        Map<String, Object> feed = EmbeddedRegistry.feed(MODULE);
        feeds.add(String.valueOf(feed.get(Feed.PREFIX_ + "name")));
        events.add(EmbeddedRegistry.handing(participant), MODULE, feed);
    }

    /** Erases a customer; participants have done their part when {@link #settle} returns. */
    public void erase(CustomerId customer) {
        var unused = registry.erasures(audit, events.details()).erase(customer);
    }

    /** Makes {@code other} part of {@code survivor}; participants have done their part when {@link #settle} returns. */
    public void merge(CustomerId survivor, CustomerId other) {
        var unused = registry.merges().merge(new NewMerge(asRead(survivor), asRead(other), Set.of()));
    }

    /** Takes {@code other} out of {@code survivor} again. */
    public void unmerge(CustomerId survivor, CustomerId other) {
        var unused = registry.merges().unmerge(asRead(survivor), other);
    }

    private NewMerge.Version asRead(CustomerId customer) {
        return new NewMerge.Version(
                customer, registry().find(customer).orElseThrow().version());
    }

    /** Lets an event happen, in a unit of work of its own. */
    public void append(NewEvent event) {
        transactions().write(connection -> {
            outbox().append(event);
            return event;
        });
    }

    /**
     * Waits until every handler has handled all that happened so far; fails with {@link IllegalStateException} if one cannot handle an
     * event, and if it takes longer than half a minute.
     */
    public void settle() {
        Awaitility.await("the handlers of events")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(this::staysSettled);
    }

    /** Feeds are looked at one after another, and a handler may tell something to one that was looked at before it. */
    private boolean staysSettled() {
        boolean once = isSettled();
        return once && isSettled();
    }

    private boolean isSettled() {
        List<FeedStatus> known = events.feeds().status();
        known.stream().filter(feed -> feed.parked() > 0).findFirst().ifPresent(feed -> {
            throw new IllegalStateException("a handler failed, the log tells why: " + feed.name());
        });
        return known.stream()
                .filter(TestCore::isDone)
                .map(FeedStatus::name)
                .toList()
                .containsAll(feeds);
    }

    private static boolean isDone(FeedStatus feed) {
        return feed.lag() == 0 && feed.state() == FeedStatus.State.WAITING;
    }

    /** Adds a person of this name, who belongs to the current caller. */
    public CustomerId customer(String name) {
        return registry().add(Profile.of(CustomerKind.PERSON, name)).id();
    }

    /** Does {@code work} as somebody else. */
    public <T> T as(Caller caller, Supplier<T> work) {
        return callers.as(caller, work);
    }

    public Callers callers() {
        return callers;
    }

    public Transactions transactions() {
        return database.transactions();
    }

    public Ids ids() {
        return database.ids();
    }

    /** The way back for the tables of the module, to try its undo scripts. */
    public Schemas schemas() {
        return database.schemas();
    }

    public Outbox outbox() {
        return events.outbox();
    }

    public CustomerRegistry registry() {
        return registry.customers();
    }

    public Timeline timeline() {
        return registry.timeline();
    }

    public Purchases purchases() {
        return registry.purchases();
    }

    public Consents consents() {
        return registry.consents();
    }

    public PurchaseHistory history() {
        return registry.history();
    }

    public Selections selections() {
        return facts.selections();
    }

    public Dialect dialect() {
        return database.database().dialect();
    }

    public Feeds feeds() {
        return events.feeds();
    }

    public Customers customers() {
        return facts.customers();
    }

    public Facts facts() {
        return facts.facts();
    }

    public FactValues values() {
        return facts.values();
    }

    public InMemoryAudit audit() {
        return audit;
    }

    @Override
    public void close() {
        events.close();
        database.close();
    }
}
