package io.clientele.segmentation.internal;

import io.clientele.access.UserId;
import io.clientele.facts.CustomerQuery;
import io.clientele.facts.Row;
import io.clientele.harness.TestCore;
import io.clientele.registry.Customer;
import io.clientele.registry.CustomerId;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.NewPurchase;
import io.clientele.registry.Profile;
import io.clientele.registry.PurchaseLine;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.grade.GradeParts;
import io.clientele.segmentation.internal.grade.Grader;
import io.clientele.segmentation.internal.grade.Grades;
import io.clientele.segmentation.internal.grade.KnownScales;
import io.clientele.segmentation.internal.plan.ContactPlan;
import io.clientele.segmentation.internal.plan.ContactReach;
import io.clientele.segmentation.internal.plan.Contents;
import io.clientele.segmentation.internal.rfm.Rfm;
import io.clientele.segmentation.internal.rfm.ScoreFacts;
import io.clientele.segmentation.internal.rfm.SummaryFacts;
import io.clientele.segmentation.internal.store.Definition;
import io.clientele.segmentation.internal.store.Kind;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The module on a core of its own, with its handler of events at work. */
public final class Desk implements AutoCloseable {
    /** The only user that there is not. */
    static final UserId NO_USER = new UserId(404);

    public final TestCore core;
    public final Platform platform;
    final KnownSegments known;
    final Segments segments;
    final Members members;
    final History history;
    public final Upkeep upkeep;
    public final Rfm rfm;
    public final Grader grader;
    public final Grades grades;
    public final Contents contents;
    public final ContactPlan plan;
    public final ContactReach reach;
    private final SegmentEvents handler;

    public Desk(TestDatabase kind) {
        this(kind, Clock.systemUTC());
    }

    public Desk(TestDatabase kind, Clock clock) {
        core = TestCore.start(kind);
        core.migrate(Segments.class);
        platform = new Platform(
                new Platform.Core(core.callers(), core.audit(), core.outbox(), core.transactions(), core.ids()),
                new Platform.Asking(core.customers(), core.selections(), core.facts()),
                core.dialect(),
                clock);
        known = new KnownSegments(core.transactions());
        core.add(known);
        segments = segments(platform, known);
        members = new Members(platform, known, segments);
        history = new History(platform, known, segments);
        upkeep = new Upkeep(platform, known);
        rfm = new Rfm(platform, upkeep, core.history());
        core.add(new SummaryFacts());
        core.add(new ScoreFacts());
        KnownScales scales = GradeParts.scales(core);
        core.add(scales);
        grader = new Grader(platform, upkeep, scales, rfm);
        grades = new Grades(platform, upkeep, scales, grader);
        contents = new Contents(platform, segments);
        plan = new ContactPlan(platform, segments, core.values(), core.registry(), contents);
        reach = new ContactReach(platform, segments);
        handler = new SegmentEvents(platform, known, rfm, grader);
        returns();
    }

    /** The definitions as another node has them, or one that is held somewhere. */
    static Segments segments(Platform platform, KnownSegments known) {
        return new Segments(platform, known, user -> !user.equals(NO_USER));
    }

    /** The module's handler of events is back. */
    void returns() {
        core.add(handler);
    }

    /** The module's handler of events goes; events wait for it. */
    void leaves() {
        core.remove(handler);
    }

    public static Definition rule(String key, String filter) {
        return new Definition(key, "The " + key, Kind.RULE, filter, "", null, Definition.Validity.ALWAYS);
    }

    static Definition list(String key) {
        return new Definition(key, "The " + key, Kind.LIST, null, "", null, Definition.Validity.ALWAYS);
    }

    public History history() {
        return history;
    }

    public Members members() {
        return members;
    }

    public Segments segments() {
        return segments;
    }

    public CustomerId customer(String name, Status status) {
        return core.registry()
                .add(standing(Profile.of(CustomerKind.PERSON, name), status))
                .id();
    }

    public void stand(CustomerId id, Status status) {
        Customer before = core.registry().find(id).orElseThrow();
        Customer unused = core.registry().change(id, before.version(), profile -> standing(profile, status));
    }

    private static Profile standing(Profile profile, Status status) {
        return new Profile(
                profile.kind(),
                profile.name(),
                profile.language(),
                profile.timeZone(),
                status,
                profile.owner(),
                profile.team(),
                profile.identifiers(),
                profile.contactPoints(),
                profile.tags());
    }

    public void buy(CustomerId customer, String amount, LocalDate on) {
        buy(customer, amount, on, "EUR");
    }

    public void buy(CustomerId customer, String amount, LocalDate on, String currency) {
        BigDecimal paid = new BigDecimal(amount);
        BigDecimal quantity = paid.signum() < 0 ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        PurchaseLine line = new PurchaseLine("CD", quantity, paid, null);
        NewPurchase purchase = new NewPurchase(null, on, Currency.getInstance(currency), List.of(line), null);
        var unused = core.purchases().add(customer, purchase);
    }

    /** The names of the members, in their order. */
    public List<String> names(Segment segment) {
        return names(segment, null);
    }

    /** The names of those members whom a further filter finds. */
    List<String> names(Segment segment, @Nullable String further) {
        return members.list(segment.id(), new CustomerQuery(further, "name", 200, null, false)).items().stream()
                .map(Members.Member::name)
                .toList();
    }

    /** The names of the customers that a filter finds. */
    public List<String> found(@Nullable String filter) {
        return core.customers()
                .list(
                        new CustomerQuery(filter, "name", 200, null, false),
                        new Row<>(List.of("name"), row -> row.getString(1)))
                .items();
    }

    /** The segment as it stands now. */
    Segment now(Segment segment) {
        return segments.get(segment.id());
    }

    @Override
    public void close() {
        core.close();
    }
}
