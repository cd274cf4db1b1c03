package io.clientele.events.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.access.Change;
import io.clientele.events.internal.Node;
import io.clientele.events.internal.store.Webhook;
import io.clientele.events.internal.store.WebhookTable.Settings;
import io.clientele.events.internal.webhook.Webhooks.Added;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.PreconditionException;
import io.clientele.testkit.TestDatabase;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What administrators do about webhooks, and what is told of it. */
class WebhooksTest {
    @ParameterizedTest
    @EnumSource
    void a_webhook_that_is_removed_leaves_nothing_behind(TestDatabase kind) {
        try (Office office = new Office(kind);
                Receiver receiver = new Receiver()) {
            receiver.answers(500);
            Added added = office.add(receiver);
            long id = added.webhook().id();
            office.node.append("test.Added", 1);
            office.failed(added, 1);

            office.webhooks.remove(id);

            Node.eventually(
                    "the feed is forgotten", () -> office.node.feeds().status().isEmpty());
            assertThat(office.node.number("select count(*) from events_delivery"))
                    .isZero();
            assertThatThrownBy(() -> office.webhooks.read(id)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> office.webhooks.remove(id)).isInstanceOf(NotFoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_is_refused(TestDatabase kind) {
        try (Office office = new Office(kind);
                Receiver receiver = new Receiver()) {
            Webhooks webhooks = office.webhooks;
            long id = webhooks.add(receiver.url(), Set.of(), false).webhook().id();
            Settings settings = new Settings(receiver.url(), Set.of(), false);

            assertThatThrownBy(() -> webhooks.add("http://10.0.0.1/", Set.of(), true))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> webhooks.add("ftp://example.org/", Set.of(), true))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> webhooks.add(receiver.url(), Set.of("test,*"), true))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> webhooks.change(id, 9, settings)).isInstanceOf(PreconditionException.class);
            assertThatThrownBy(() -> webhooks.replay(id, Instant.EPOCH)).isInstanceOf(ConflictException.class);
            assertThatThrownBy(() -> webhooks.deliveries(1, 50, null)).isInstanceOf(NotFoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void secrets_are_told_once_and_in_no_text_of_ours(TestDatabase kind) {
        try (Office office = new Office(kind);
                Receiver receiver = new Receiver()) {
            Added added = office.add(receiver);

            assertThat(added.secret()).startsWith("whsec_");
            assertThat(added + " " + office.webhooks.list(50, null) + " " + Objects.toString(office.audited))
                    .doesNotContain("whsec_");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_audit_tells_what_differs_and_nothing_that_some_receivers_take_for_a_password(TestDatabase kind) {
        try (Office office = new Office(kind)) {
            String address = "http://127.0.0.1:9/hooks/";
            Webhook added = office.webhooks
                    .add(address + "t0ken", Set.of("test.Added", "other.*"), false)
                    .webhook();
            long id = added.id();

            office.webhooks.change(id, 1, new Settings(address + "t0ken", Set.of("test.Added"), true));
            office.webhooks.change(id, 2, new Settings(address + "s3cret", Set.of("test.Added"), true));
            office.webhooks.change(id, 3, new Settings("http://127.0.0.1:10/", Set.of("test.Added"), true));
            office.webhooks.replay(id, Instant.EPOCH);
            office.webhooks.rotate(id);
            office.webhooks.remove(id);

            assertThat(office.audited)
                    .extracting(Change::detail)
                    .containsExactly(
                            "{\"receiver\":\"127.0.0.1:9\",\"types\":[\"other.*\",\"test.Added\"],\"enabled\":false}",
                            "{\"before\":{\"types\":[\"other.*\",\"test.Added\"],\"enabled\":false},"
                                    + "\"after\":{\"types\":[\"test.Added\"],\"enabled\":true}}",
                            "{\"address\":\"changed\"}",
                            "{\"before\":{\"receiver\":\"127.0.0.1:9\"},\"after\":{\"receiver\":\"127.0.0.1:10\"}}",
                            "{\"receiver\":\"127.0.0.1:10\",\"from\":\"1970-01-01T00:00:00Z\"}",
                            "{\"receiver\":\"127.0.0.1:10\"}",
                            "{\"receiver\":\"127.0.0.1:10\",\"types\":[\"test.Added\"],\"enabled\":true}");
        }
    }
}
