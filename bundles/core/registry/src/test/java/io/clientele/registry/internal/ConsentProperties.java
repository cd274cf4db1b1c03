package io.clientele.registry.internal;

import static io.clientele.registry.internal.TestRegistry.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.registry.ContactChannel;
import io.clientele.registry.CustomerId;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.NewConsent;
import io.clientele.registry.NewConsent.Decision;
import io.clientele.registry.Profile;
import io.clientele.testkit.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is said in whatever order, also by two at the same time: what the facts say is what was said last. */
class ConsentProperties {
    private static final List<String> FACTS = Arrays.stream(ContactChannel.values())
            .map(channel -> "consent." + channel.code())
            .toList();

    @Provide
    Arbitrary<List<NewConsent>> sayings() {
        // Few moments, so that two often fall on the same.
        Arbitrary<NewConsent> saying = Combinators.combine(
                        Arbitraries.of(ContactChannel.EMAIL, ContactChannel.PHONE, ContactChannel.MESSENGER),
                        Arbitraries.of("marketing", "marketing", "surveys"),
                        Arbitraries.of(Decision.class),
                        Arbitraries.integers().between(0, 4))
                .as((channel, purpose, decision, day) -> new NewConsent(
                        channel,
                        purpose,
                        decision,
                        Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * day),
                        "web form",
                        null));
        return saying.list().ofMinSize(1).ofMaxSize(16);
    }

    @Property(tries = 8)
    void what_was_withdrawn_is_never_seen_as_given_on_h2(@ForAll("sayings") List<NewConsent> sayings) {
        compare(TestDatabase.H2, sayings);
    }

    @Property(tries = 8)
    void what_was_withdrawn_is_never_seen_as_given_on_postgresql(@ForAll("sayings") List<NewConsent> sayings) {
        compare(TestDatabase.POSTGRESQL, sayings);
    }

    private static void compare(TestDatabase kind, List<NewConsent> sayings) {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (TestRegistry test = new TestRegistry(kind)) {
            RecordedConsents consents = new RecordedConsents(test.foundation);
            CustomerId ada = add(test);
            CustomerId bert = add(test);
            List<NewConsent> said = new ArrayList<>();
            int half = sayings.size() / 2;
            Future<?> rest = other.submit(() -> record(test, consents, bert, sayings.subList(half, sayings.size())));
            for (NewConsent saying : sayings) {
                record(test, consents, ada, List.of(saying));
                said.add(saying);
                assertThat(facts(test, ada)).isEqualTo(expected(said));
            }
            record(test, consents, bert, sayings.subList(0, half));
            rest.get();

            assertThat(facts(test, bert)).isEqualTo(expected(sayings));
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            other.shutdown();
        }
    }

    private static void record(
            TestRegistry test, RecordedConsents consents, CustomerId customer, List<NewConsent> sayings) {
        sayings.forEach(saying -> test.as(ADMIN, () -> consents.add(customer, saying)));
    }

    private static CustomerId add(TestRegistry test) {
        return test.as(ADMIN, () -> test.registry.add(Profile.of(CustomerKind.PERSON, "Ada")))
                .id();
    }

    private static Map<String, Object> facts(TestRegistry test, CustomerId customer) {
        return test.as(ADMIN, () -> test.values.of(List.of(customer.value()), FACTS))
                .getOrDefault(customer.value(), Map.of());
    }

    /** The last of each channel; a withdrawal is later than anything else of its moment. */
    private static Map<String, Object> expected(List<NewConsent> said) {
        Map<String, Object> expected = new HashMap<>();
        said.stream()
                .filter(each -> each.purpose().equals("marketing"))
                .sorted(Comparator.comparing(NewConsent::decidedAt).thenComparing(NewConsent::decision))
                .forEach(each -> expected.put("consent." + each.channel().code(), each.decision() == Decision.GIVEN));
        return expected;
    }
}
