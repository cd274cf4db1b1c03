package io.clientele.registry.internal.life;

import static io.clientele.registry.NewConsent.Decision.GIVEN;
import static io.clientele.registry.NewConsent.Decision.WITHDRAWN;
import static io.clientele.registry.internal.TestRegistry.ADMIN;
import static io.clientele.registry.internal.TestRegistry.ANNA;
import static io.clientele.registry.internal.TestRegistry.BERT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.clientele.access.AuditEntry;
import io.clientele.access.Caller;
import io.clientele.access.Role;
import io.clientele.access.internal.audit.ChainedAuditTrail;
import io.clientele.access.internal.audit.ChainedRedaction;
import io.clientele.events.internal.StoredEventDetails;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.GoneException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.PreconditionException;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Identifier;
import io.clientele.registry.Merge;
import io.clientele.registry.MergeOutline;
import io.clientele.registry.NewMerge;
import io.clientele.registry.Profile;
import io.clientele.registry.Purchase;
import io.clientele.registry.Status;
import io.clientele.registry.internal.RecordedConsents;
import io.clientele.registry.internal.RecordedPurchases;
import io.clientele.registry.internal.RecordedTimeline;
import io.clientele.registry.internal.VisibleRelations;
import io.clientele.registry.internal.life.SubjectExports.SubjectExport;
import io.clientele.registry.spi.LifeCycleParticipant;
import io.clientele.testkit.TestDatabase;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MergesTest {
    private static final Caller SOUTHERN_LEAD =
            new Caller(BERT.user(), BERT.login(), Set.of(Role.MANAGER), BERT.scope(), BERT.teams());

    @ParameterizedTest
    @EnumSource
    void all_that_belongs_to_the_other_goes_to_the_survivor(TestDatabase kind) {
        try (Firm firm = new Firm(kind)) {
            CustomerId ada = firm.add("Ada", "1");
            CustomerId twin = firm.add("Adele", "2", "3");
            firm.call(ada, "2026-01-01");
            firm.call(twin, "2026-02-01");
            firm.buy(twin, "2025-06-01", 10, null);
            firm.say(ada, GIVEN, "2026-01-01");
            firm.say(twin, WITHDRAWN, "2026-02-01");

            Merge merge = firm.merge(ada, twin);

            assertThat(merge.moved())
                    .isEqualTo(Map.of(
                            "interactions",
                            1,
                            "purchases",
                            1,
                            "consents",
                            1,
                            "relations",
                            0,
                            "identifiers",
                            2,
                            "contactPoints",
                            1,
                            "tags",
                            1));
            assertThat(firm.profile(ada).name()).isEqualTo("Ada");
            assertThat(firm.profile(ada).identifiers())
                    .extracting(Identifier::id)
                    .containsExactly("1", "2", "3");
            assertThat(firm.profile(ada).contactPoints()).hasSize(2);
            assertThat(firm.profile(ada).tags()).containsExactly("A");
            assertThat(firm.count("identifier=='erp:3';email==adele@example.com;purchases.first==2025-06-01;"
                            + "timeline.interactions==2;timeline.lastContact=ge=2026-02-01;consent.email==false"))
                    .isEqualTo(1);
            assertThat(firm.count("id=null=false")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_request_says_where_the_other_is_right(TestDatabase kind) {
        try (Firm firm = new Firm(kind)) {
            CustomerId ada = firm.add("Ada");
            CustomerId twin = firm.add("Adele");
            firm.test.as(ANNA, () -> firm.test.registry.change(twin, 1, was -> was.standing(Status.INACTIVE)));

            MergeOutline outline = firm.test.as(Firm.LEAD, () -> firm.merges.outline(ada, twin));
            firm.merge(ada, twin, "name");

            assertThat(outline.differing()).containsExactly("name", "status");
            assertThat(outline.moved()).containsEntry("contactPoints", 1).containsEntry("interactions", 0);
            assertThat(firm.profile(ada).name()).isEqualTo("Adele");
            assertThat(firm.profile(ada).status()).isEqualTo(Status.ACTIVE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void relations_are_kept_once_and_none_is_with_oneself(TestDatabase kind) {
        try (Firm firm = new Firm(kind)) {
            CustomerId ada = firm.add("Ada");
            CustomerId twin = firm.add("Twin");
            CustomerId bert = firm.add("Bert");
            firm.relate(ada, "knows", bert);
            firm.relate(twin, "knows", bert);
            firm.relate(twin, "employs", bert);
            firm.relate(bert, "advises", twin);
            firm.relate(ada, "sibling", twin);

            firm.merge(ada, twin);
            List<String> together = firm.relations(ada);
            firm.unmerge(ada, twin);

            assertThat(together).containsExactlyInAnyOrder("out knows Bert", "out employs Bert", "in advises Bert");
            assertThat(firm.relations(ada)).containsExactlyInAnyOrder("out knows Bert", "out sibling Twin");
            assertThat(firm.relations(twin))
                    .containsExactlyInAnyOrder(
                            "out knows Bert", "out employs Bert", "in advises Bert", "in sibling Ada");
        }
    }

    @ParameterizedTest
    @EnumSource
    void undone_the_other_is_as_it_was_and_what_came_since_stays(TestDatabase kind) {
        try (Firm firm = new Firm(kind)) {
            CustomerId ada = firm.add("Ada", "1");
            CustomerId twin = firm.add("Adele", "2");
            firm.call(twin, "2026-02-01");
            Purchase bought = firm.buy(twin, "2025-06-01", 10, null);
            Profile before = firm.profile(twin);
            firm.merge(ada, twin, "name");
            firm.test.as(
                    ANNA,
                    () -> firm.test.registry.change(
                            ada, 2, was -> was.standing(Status.INACTIVE).tagged(List.of("A", "new"))));
            firm.call(ada, "2026-03-01");
            firm.buy(ada, "2026-03-01", -10, bought.id());

            firm.unmerge(ada, twin);

            assertThat(firm.profile(twin)).isEqualTo(before);
            assertThat(firm.profile(ada).name()).isEqualTo("Ada");
            assertThat(firm.profile(ada).status()).isEqualTo(Status.INACTIVE);
            assertThat(firm.profile(ada).tags()).containsExactly("A", "new");
            assertThat(firm.profile(ada).identifiers())
                    .extracting(Identifier::id)
                    .containsExactly("1");
            assertThat(firm.count("id==" + ada + ";timeline.interactions==1;timeline.lastContact=ge=2026-03-01"))
                    .isEqualTo(1);
            assertThat(firm.count("id==" + twin + ";timeline.interactions==1;purchases.count==1"))
                    .isEqualTo(1);
            assertThat(firm.test
                            .as(ANNA, () -> new RecordedPurchases(firm.test.foundation).list(twin, 10, null))
                            .items())
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void merges_chain_and_are_undone_in_reverse_only(TestDatabase kind) {
        try (Firm firm = new Firm(kind)) {
            CustomerId a = firm.add("Ada");
            CustomerId b = firm.add("Bert");
            CustomerId c = firm.add("Cleo");
            CustomerId d = firm.add("Dora");
            firm.call(a, "2026-01-01");
            firm.merge(b, a);
            firm.merge(c, b);
            firm.merge(c, d);

            assertThat(firm.test.as(ANNA, () -> firm.merges.survivor(a))).contains(c);
            assertThatThrownBy(() -> firm.unmerge(c, b))
                    .isInstanceOfSatisfying(
                            ConflictException.class, e -> assertThat(e.type()).isEqualTo("merge-not-last"));
            assertThatThrownBy(() -> firm.test.as(Firm.LEAD, () -> firm.merges.unmerge(new NewMerge.Version(b, 2), a)))
                    .isInstanceOf(GoneException.class);
            firm.unmerge(c, d);
            firm.unmerge(c, b);
            firm.unmerge(b, a);
            assertThat(firm.count("id==" + a + ";timeline.interactions==1")).isEqualTo(1);
            assertThat(firm.test.as(ANNA, () -> firm.merges.survivor(a))).isEmpty();
            assertThatThrownBy(() -> firm.unmerge(b, a)).isInstanceOf(ConflictException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_former_id_names_the_survivor_to_those_who_may_see_it(TestDatabase kind) {
        try (Firm firm = new Firm(kind)) {
            CustomerId ada = firm.add("Ada");
            CustomerId twin = firm.add("Adele");
            firm.merge(ada, twin);
            RecordedTimeline timeline = new RecordedTimeline(firm.test.foundation);

            assertThatThrownBy(() -> firm.test.as(ANNA, () -> timeline.list(twin, 10, null)))
                    .isInstanceOfSatisfying(
                            GoneException.class, e -> assertThat(e.successor()).isEqualTo(ada.toString()));
            assertThatThrownBy(() -> firm.test.as(ANNA, () -> firm.test.registry.change(twin, 1, was -> was)))
                    .isInstanceOf(GoneException.class);
            assertThatThrownBy(() -> firm.test.as(BERT, () -> timeline.list(twin, 10, null)))
                    .isInstanceOf(NotFoundException.class);
            assertThat(firm.test.as(ANNA, () -> firm.test.registry.find(twin))).isEmpty();
            assertThat(firm.test.as(ANNA, () -> firm.merges.list(ada, 10, null)).items())
                    .extracting(Merge::other, Merge::otherName)
                    .containsExactly(tuple(twin, "Adele"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobody_merges_what_has_changed_since_is_foreign_or_the_same(TestDatabase kind) {
        try (Firm firm = new Firm(kind)) {
            CustomerId ada = firm.add("Ada");
            CustomerId twin = firm.add("Adele");
            NewMerge good = new NewMerge(firm.read(ada), firm.read(twin), Set.of());
            NewMerge staleSurvivor = new NewMerge(new NewMerge.Version(ada, 7), firm.read(twin), Set.of());
            NewMerge staleOther = new NewMerge(firm.read(ada), new NewMerge.Version(twin, 7), Set.of());
            NewMerge same = new NewMerge(firm.read(ada), firm.read(ada), Set.of());
            NewMerge odd = new NewMerge(firm.read(ada), firm.read(twin), Set.of("tags"));

            assertThatThrownBy(() -> firm.test.as(ANNA, () -> firm.merges.merge(good)))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> firm.test.as(SOUTHERN_LEAD, () -> firm.merges.merge(good)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> firm.test.as(Firm.LEAD, () -> firm.merges.merge(staleSurvivor)))
                    .isInstanceOf(PreconditionException.class);
            assertThatThrownBy(() -> firm.test.as(Firm.LEAD, () -> firm.merges.merge(staleOther)))
                    .isInstanceOf(PreconditionException.class);
            assertThatThrownBy(() -> firm.test.as(Firm.LEAD, () -> firm.merges.merge(same)))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> firm.test.as(Firm.LEAD, () -> firm.merges.merge(odd)))
                    .isInstanceOf(InvalidInputException.class);
            assertThat(firm.count("id=null=false")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_two_who_merge_the_same_pair_crosswise_one_succeeds(TestDatabase kind) throws InterruptedException {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Firm firm = new Firm(kind)) {
            for (int i = 0; i < 10; i++) {
                CustomerId ada = firm.add("Ada");
                CustomerId twin = firm.add("Adele");
                NewMerge there = new NewMerge(firm.read(ada), firm.read(twin), Set.of());
                NewMerge back = new NewMerge(firm.read(twin), firm.read(ada), Set.of());
                Future<Boolean> crosswise = other.submit(() -> succeeds(firm, back));
                boolean first = succeeds(firm, there);
                assertThat(first).isNotEqualTo(crosswise.get());
            }

            assertThat(firm.count("id=null=false")).isEqualTo(10);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            other.shutdown();
        }
    }

    private static boolean succeeds(Firm firm, NewMerge order) {
        try {
            Merge unused = firm.test.as(Firm.LEAD, () -> firm.merges.merge(order));
            return true;
        } catch (PreconditionException | NotFoundException | GoneException e) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_erasure_reaches_what_became_part_of_the_customer(TestDatabase kind) {
        try (Firm firm = new Firm(kind)) {
            CustomerId ada = firm.add("Ada");
            CustomerId zoe = firm.add("Zanzibar", "zanzibar");
            CustomerId twin = firm.add("Adele");
            firm.call(zoe, "2026-01-01");
            firm.merge(twin, zoe);
            firm.merge(ada, twin);

            firm.test.as(ADMIN, () -> new TracelessErasures(
                            firm.test.foundation,
                            new ChainedRedaction(firm.test.database.transactions()),
                            new StoredEventDetails(firm.test.database.transactions()))
                    .erase(ada));

            assertThat(Rows.with(firm.test.database, "zanzibar")).isEmpty();
            assertThat(Rows.count(firm.test.database, "registry_merge")).isZero();
            assertThat(Rows.count(firm.test.database, "registry_merge_row")).isZero();
            assertThat(Rows.count(firm.test.database, "registry_erasure")).isEqualTo(3);
            assertThat(Rows.count(firm.test.database, "events_event where type = 'registry.CustomerErased'"))
                    .isEqualTo(3);
            assertThat(firm.test
                            .as(ADMIN, () -> new ChainedAuditTrail(firm.test.database.transactions(), firm.test.callers)
                                    .verify())
                            .fault())
                    .isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_subject_export_tells_of_what_became_part_of_the_customer(TestDatabase kind) {
        try (Firm firm = new Firm(kind)) {
            CustomerId ada = firm.add("Ada");
            CustomerId twin = firm.add("Adele");
            firm.call(twin, "2026-01-01");
            firm.merge(ada, twin);
            SubjectExports.Belongings belongings = new SubjectExports.Belongings(
                    new RecordedTimeline(firm.test.foundation),
                    new RecordedPurchases(firm.test.foundation),
                    new VisibleRelations(firm.test.foundation),
                    new RecordedConsents(firm.test.foundation),
                    firm.test.history);
            Map<String, @Nullable LifeCycleParticipant> away = Collections.singletonMap("some.module", null);

            SubjectExport export = firm.test.as(
                    ADMIN, () -> new SubjectExports(firm.test.foundation, belongings, () -> away, Duration.ofSeconds(2))
                            .export(ada));

            assertThat(export.interactions()).hasSize(1);
            assertThat(export.formers()).hasSize(1);
            assertThat(export.formers().get(0).customer()).contains("\"name\":\"Adele\"");
            assertThat(export.formers().get(0).history())
                    .extracting(entry -> entry.change().action())
                    .contains("registry.CustomerAdded", "registry.CustomersMerged");
            assertThat(export.modules()).extracting(SubjectParts.Part::customer).containsExactly(ada, twin);
        }
    }

    @ParameterizedTest
    @EnumSource
    void both_have_an_audit_row_and_an_event_that_hold_ids_and_numbers(TestDatabase kind) {
        try (Firm firm = new Firm(kind)) {
            CustomerId ada = firm.add("Ada");
            CustomerId twin = firm.add("Adele");

            Merge merge = firm.merge(ada, twin);

            AuditEntry entry = firm.test
                    .as(ADMIN, () -> firm.test.history.of("customer", twin.value(), 1, null))
                    .items()
                    .get(0);
            assertThat(entry.change().action()).isEqualTo("registry.CustomersMerged");
            assertThat(entry.change().detail())
                    .contains("\"survivor\":\"" + ada + "\"", "\"merge\":\"" + merge.id() + "\"")
                    .doesNotContain("Adele");
            assertThat(Rows.count(
                            firm.test.database,
                            "events_event where type = 'registry.CustomersMerged' and customer_id in (" + ada.value()
                                    + ", " + twin.value() + ")"))
                    .isEqualTo(2);
        }
    }
}
