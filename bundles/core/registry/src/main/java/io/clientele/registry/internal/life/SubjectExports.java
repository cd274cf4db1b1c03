package io.clientele.registry.internal.life;

import io.clientele.access.AuditEntry;
import io.clientele.access.Change;
import io.clientele.access.History;
import io.clientele.kernel.Page;
import io.clientele.registry.Consent;
import io.clientele.registry.Consents;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Interaction;
import io.clientele.registry.Merge;
import io.clientele.registry.Purchase;
import io.clientele.registry.Purchases;
import io.clientele.registry.Relation;
import io.clientele.registry.Relations;
import io.clientele.registry.Timeline;
import io.clientele.registry.internal.Foundation;
import io.clientele.registry.internal.Platform;
import io.clientele.registry.internal.Visible;
import io.clientele.registry.internal.store.CustomerRow;
import io.clientele.registry.internal.store.MergeTable;
import io.clientele.registry.spi.LifeCycleParticipant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Gathers all that is known about a customer, for the person it is about. Safe for use by many threads. */
@Component(service = SubjectExports.class)
public final class SubjectExports {
    public static final String EXPORT = "customers:export";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PAGE = 200;

    private final Platform platform;
    private final Belongings belongings;
    private final Supplier<Map<String, @Nullable LifeCycleParticipant>> participants;
    private final SubjectParts parts;

    /** Where the registry's own part comes from. */
    record Belongings(
            Timeline timeline, Purchases purchases, Relations relations, Consents consents, History history) {}

    /** A customer that became part of this one: as it was, and who changed what of it. */
    public record Former(Merge merge, String customer, List<AuditEntry> history) {}

    /** All that is known. */
    public record SubjectExport(
            Instant at,
            String customer,
            List<Interaction> interactions,
            List<Purchase> purchases,
            List<Relation> relations,
            List<Consent> consents,
            List<AuditEntry> history,
            List<Former> formers,
            List<SubjectParts.Part> modules) {
        /** Whether every module that ever took part has told what it keeps. */
        public boolean complete() {
            return modules.stream().allMatch(part -> part.state() == SubjectParts.State.COMPLETE);
        }
    }

    @Activate
    public SubjectExports(
            @Reference Foundation foundation,
            @Reference Timeline timeline,
            @Reference Purchases purchases,
            @Reference Relations relations,
            @Reference Consents consents,
            @Reference History history,
            @Reference Participants participants) {
        this(
                foundation,
                new Belongings(timeline, purchases, relations, consents, history),
                participants::all,
                PATIENCE);
    }

    SubjectExports(
            Foundation foundation,
            Belongings belongings,
            Supplier<Map<String, @Nullable LifeCycleParticipant>> participants,
            Duration patience) {
        this.platform = foundation.platform();
        this.belongings = belongings;
        this.participants = participants;
        this.parts = new SubjectParts(platform.callers(), patience);
    }

    /** Exports a customer that the caller may see; the audit knows of it before anybody is told. */
    public SubjectExport export(CustomerId customer) {
        platform.callers().require(EXPORT);
        CustomerRow row = platform.customers()
                .find(customer.value(), CustomerRow.ROW)
                .orElseThrow(() -> new Visible(platform).absent(customer));
        platform.transactions().write(connection -> {
            platform.audit().record(new Change("registry.SubjectExported", "customer", customer.value(), "{}"));
            return customer;
        });
        List<Former> formers = formers(customer);
        return new SubjectExport(
                platform.clock().instant(),
                row.document(),
                all(cursor -> belongings.timeline.list(customer, PAGE, cursor)),
                all(cursor -> belongings.purchases.list(customer, PAGE, cursor)),
                all(cursor -> belongings.relations.list(customer, PAGE, cursor)),
                all(cursor -> belongings.consents.list(customer, PAGE, cursor)),
                history(customer),
                formers,
                parts(customer, formers));
    }

    private List<AuditEntry> history(CustomerId customer) {
        return all(cursor -> belongings.history.of("customer", customer.value(), PAGE, cursor));
    }

    private List<Former> formers(CustomerId customer) {
        return platform.transactions().read(connection -> MergeTable.all(connection, customer)).stream()
                .map(stored -> new Former(
                        stored.merge(),
                        stored.images().other().document(),
                        history(stored.merge().other())))
                .toList();
    }

    /** A module may not have heard of a merge yet, so that it keeps something under the former id. */
    private List<SubjectParts.Part> parts(CustomerId customer, List<Former> formers) {
        Map<String, @Nullable LifeCycleParticipant> present = participants.get();
        List<SubjectParts.Part> all = new ArrayList<>(parts.of(customer, present));
        formers.forEach(former -> all.addAll(parts.of(former.merge().other(), present)));
        return all;
    }

    private static <T> List<T> all(Function<@Nullable String, Page<T>> pages) {
        List<T> all = new ArrayList<>();
        String cursor = null;
        do {
            Page<T> page = pages.apply(cursor);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    @Deactivate
    void close() {
        parts.close();
    }
}
