package io.clientele.registry.internal.life;

import static io.clientele.registry.internal.TestRegistry.ANNA;

import io.clientele.access.Caller;
import io.clientele.access.Role;
import io.clientele.registry.ContactChannel;
import io.clientele.registry.ContactPoint;
import io.clientele.registry.CustomerId;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Direction;
import io.clientele.registry.Identifier;
import io.clientele.registry.InteractionKind;
import io.clientele.registry.Merge;
import io.clientele.registry.NewConsent;
import io.clientele.registry.NewInteraction;
import io.clientele.registry.NewMerge;
import io.clientele.registry.NewPurchase;
import io.clientele.registry.Profile;
import io.clientele.registry.Purchase;
import io.clientele.registry.PurchaseId;
import io.clientele.registry.PurchaseLine;
import io.clientele.registry.Status;
import io.clientele.registry.internal.RecordedConsents;
import io.clientele.registry.internal.RecordedPurchases;
import io.clientele.registry.internal.RecordedTimeline;
import io.clientele.registry.internal.TestRegistry;
import io.clientele.registry.internal.VisibleRelations;
import io.clientele.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Customers with all that can belong to them, for whoever merges them. What is not said to be done by others is done by Anna. */
final class Firm implements AutoCloseable {
    /** Anna, who also leads the team. */
    static final Caller LEAD = new Caller(ANNA.user(), ANNA.login(), Set.of(Role.MANAGER), ANNA.scope(), ANNA.teams());

    final TestRegistry test;
    final JournaledMerges merges;

    Firm(TestDatabase kind) {
        test = new TestRegistry(kind);
        merges = new JournaledMerges(test.foundation);
    }

    CustomerId add(String name, String... identifiers) {
        Profile profile = new Profile(
                CustomerKind.PERSON,
                name,
                null,
                null,
                Status.ACTIVE,
                null,
                null,
                List.of(identifiers).stream()
                        .map(id -> new Identifier("erp", id))
                        .toList(),
                List.of(new ContactPoint.Email(name + "@example.com", null)),
                List.of(name.substring(0, 1)));
        return test.as(ANNA, () -> test.registry.add(profile)).id();
    }

    void call(CustomerId customer, String day) {
        NewInteraction call =
                new NewInteraction(InteractionKind.CALL, Direction.IN, null, at(day), List.of(), null, "about " + day);
        test.as(ANNA, () -> new RecordedTimeline(test.foundation).add(customer, call));
    }

    Purchase buy(CustomerId customer, String day, int amount, @Nullable PurchaseId returnOf) {
        BigDecimal price = BigDecimal.valueOf(amount);
        NewPurchase purchase = new NewPurchase(
                null,
                LocalDate.parse(day),
                Currency.getInstance("EUR"),
                List.of(new PurchaseLine("CD", BigDecimal.valueOf(Integer.signum(amount)), price, null)),
                returnOf);
        return test.as(ANNA, () -> new RecordedPurchases(test.foundation).add(customer, purchase));
    }

    void say(CustomerId customer, NewConsent.Decision decision, String day) {
        NewConsent consent = new NewConsent(ContactChannel.EMAIL, "marketing", decision, at(day), "letter", null);
        test.as(ANNA, () -> new RecordedConsents(test.foundation).add(customer, consent));
    }

    void relate(CustomerId from, String kind, CustomerId to) {
        test.as(ANNA, () -> new VisibleRelations(test.foundation).add(from, kind, to));
    }

    List<String> relations(CustomerId customer) {
        return test.as(ANNA, () -> new VisibleRelations(test.foundation).list(customer, 50, null)).items().stream()
                .map(each -> each.direction().code() + " " + each.kind() + " " + each.otherName())
                .toList();
    }

    private static Instant at(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Profile profile(CustomerId customer) {
        return test.as(ANNA, () -> test.registry.find(customer)).orElseThrow().profile();
    }

    NewMerge.Version read(CustomerId customer) {
        long version =
                test.as(ANNA, () -> test.registry.find(customer)).orElseThrow().version();
        return new NewMerge.Version(customer, version);
    }

    Merge merge(CustomerId survivor, CustomerId other, String... fromOther) {
        NewMerge order = new NewMerge(read(survivor), read(other), Set.of(fromOther));
        return test.as(LEAD, () -> merges.merge(order));
    }

    void unmerge(CustomerId survivor, CustomerId other) {
        NewMerge.Version read = read(survivor);
        test.as(LEAD, () -> merges.unmerge(read, other));
    }

    long count(String filter) {
        return test.as(ANNA, () -> test.customers.count(filter));
    }

    @Override
    public void close() {
        test.close();
    }
}
