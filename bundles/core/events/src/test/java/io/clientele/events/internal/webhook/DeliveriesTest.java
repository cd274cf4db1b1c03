package io.clientele.events.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.access.Change;
import io.clientele.events.internal.Node;
import io.clientele.events.internal.store.Delivery;
import io.clientele.events.internal.store.Webhook;
import io.clientele.events.internal.store.WebhookTable.Settings;
import io.clientele.events.internal.webhook.Receiver.Post;
import io.clientele.events.internal.webhook.Webhooks.Added;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.ShortId;
import io.clientele.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What receivers get, and when. */
class DeliveriesTest {
    @ParameterizedTest
    @EnumSource
    void what_happens_reaches_the_receiver_once_and_signed(TestDatabase kind) throws Exception {
        try (Office office = new Office(kind);
                Receiver receiver = new Receiver()) {
            Added added = office.add(receiver, "test.*");
            office.node.append("other.Added", 1);
            office.node.append("test.Added", 7);

            Post post = receiver.take();
            Node.eventually("it is recorded", () -> office.waiting(added).isEmpty());

            assertThat(post.body()).startsWith("{\"type\":\"test.Added\",\"timestamp\":\"");
            assertThat(post.body()).endsWith("\"data\":{\"customer\":\"" + ShortId.format(7) + "\",\"detail\":{}}}");
            assertThat(post.header("webhook-signature")).isEqualTo("v1," + hmac(added.secret(), post));
            assertThat(receiver.posts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_webhook_hears_of_all_that_happens_after_it_was_added(TestDatabase kind) {
        try (Office office = new Office(kind);
                Receiver receiver = new Receiver()) {
            // Each addition wakes what looks for feeds of webhooks that are gone.
            for (int customer = 0; customer < 10; customer++) {
                office.add(receiver, "test.Added" + customer);
                office.node.append("test.Added" + customer, customer);
            }

            List<String> heard = IntStream.range(0, 10)
                    .mapToObj(each -> receiver.take().body().replaceFirst(".*(test\\.Added\\d).*", "$1"))
                    .sorted()
                    .toList();

            assertThat(heard)
                    .isEqualTo(IntStream.range(0, 10)
                            .mapToObj(each -> "test.Added" + each)
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void for_a_day_a_new_secret_signs_beside_the_one_before(TestDatabase kind) throws Exception {
        try (Office office = new Office(kind);
                Receiver receiver = new Receiver()) {
            Added added = office.add(receiver);
            long id = added.webhook().id();

            Added changed = office.webhooks.rotate(id);
            office.node.append("test.Added", 1);
            Post both = receiver.take();
            office.node.execute("update events_webhook set former_until = former_until - interval '25' hour");
            office.node.append("test.Added", 2);
            Post one = receiver.take();
            office.forgetOld();

            assertThat(both.header("webhook-signature"))
                    .isEqualTo("v1," + hmac(changed.secret(), both) + " v1," + hmac(added.secret(), both));
            assertThat(one.header("webhook-signature")).isEqualTo("v1," + hmac(changed.secret(), one));
            assertThat(office.audited).extracting(Change::action).contains("events.WebhookSecretChanged");
            assertThat(changed.webhook().version()).isEqualTo(2);
            assertThat(office.node.number("select count(former_secret) from events_webhook"))
                    .isZero();
            assertThatThrownBy(() -> office.webhooks.rotate(1)).isInstanceOf(NotFoundException.class);
        }
    }

    /** Computed as the specification says, without what is tested. */
    private static String hmac(String secret, Post post) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
        mac.update((post.header("webhook-id") + ".").getBytes(StandardCharsets.UTF_8));
        mac.update((post.header("webhook-timestamp") + ".").getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(mac.doFinal(post.body().getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @EnumSource
    void what_fails_is_sent_again_later_and_later_and_given_up_after_a_day(TestDatabase kind) {
        try (Office office = new Office(kind);
                Receiver receiver = new Receiver()) {
            receiver.answers(500);
            Added added = office.add(receiver);
            office.node.append("test.Added", 1);
            Post first = receiver.take();

            for (int attempts = 1; attempts <= 7; attempts++) {
                Duration wait = Backoff.after(attempts).orElseThrow();
                office.failed(added, attempts);
                assertThat(secondsToGo(office)).isBetween(wait.toSeconds() - 60, wait.toSeconds());
                office.elapse(wait);
                assertThat(receiver.take().header("webhook-id")).isEqualTo(first.header("webhook-id"));
            }

            Delivery last = office.failed(added, 8);
            assertThat(last.nextAt()).isNull();
            assertThat(last.outcome()).isEqualTo("answered 500");
        }
    }

    private static long secondsToGo(Office office) {
        return office.node.number("select cast(extract(epoch from next_at) - extract(epoch from current_timestamp)"
                + " as bigint) from events_delivery");
    }

    @ParameterizedTest
    @EnumSource
    void what_was_sent_but_not_recorded_is_sent_again_under_the_same_id(TestDatabase kind) {
        try (Office office = new Office(kind);
                Receiver receiver = new Receiver()) {
            AtomicBoolean cut = new AtomicBoolean(true);
            receiver.before(() -> {
                // To the sender it looks as if it had been stopped past its claim, and to others as if it had died.
                if (cut.getAndSet(false)) {
                    office.node.execute("update events_delivery set fence = fence + 1, node = 'gone',"
                            + " leased_until = timestamp with time zone '2020-01-01 00:00:00+00'");
                }
            });
            Added added = office.add(receiver);
            office.node.append("test.Added", 1);

            Post first = receiver.take();
            Post second = receiver.take();
            Node.eventually("it is recorded", () -> office.waiting(added).isEmpty());

            assertThat(second.header("webhook-id")).isEqualTo(first.header("webhook-id"));
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(receiver.posts()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_is_gone_gets_nothing_until_it_is_enabled_again(TestDatabase kind) {
        try (Office office = new Office(kind);
                Receiver receiver = new Receiver()) {
            receiver.answers(410);
            Added added = office.add(receiver);
            long id = added.webhook().id();
            office.node.append("test.Added", 1);
            receiver.take();
            Node.eventually("it is disabled", () -> !office.webhooks.read(id).enabled());
            office.elapse(Duration.ofDays(1));
            office.node.append("test.Added", 2);
            Node.eventually(
                    "the feed has passed it",
                    () -> office.node.feeds().status().get(0).lag() == 0);
            Webhook disabled = office.webhooks.read(id);
            receiver.answers(204);

            Settings again = new Settings(receiver.url(), Set.of(), true);
            Webhook enabled = office.webhooks.change(id, disabled.version(), again);

            assertThat(receiver.take().body()).contains("\"customer\":\"" + ShortId.format(1) + "\"");
            assertThat(disabled.disabledBecause()).isEqualTo("answered 410");
            assertThat(enabled.disabledBecause()).isNull();
            assertThat(office.told("events.WebhookDisabled")).contains("\"status\":410");
            assertThat(receiver.posts()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_receiver_that_hangs_delays_itself_alone(TestDatabase kind) {
        try (Office office = new Office(kind);
                Receiver hangs = new Receiver();
                Receiver works = new Receiver()) {
            hangs.answers((String) null);
            works.before(hangs::take);
            Added stuck = office.add(hangs);
            office.add(works);

            office.node.append("test.Added", 1);

            assertThat(works.take().body()).contains("test.Added");
            assertThat(office.failed(stuck, 1).outcome()).isEqualTo("no answer within 5 s");
        }
    }

    @ParameterizedTest
    @EnumSource
    void events_since_a_date_are_sent_once_more_under_their_ids(TestDatabase kind) {
        try (Office office = new Office(kind);
                Receiver receiver = new Receiver()) {
            office.node.append("test.Added", 1);
            office.node.append("test.Added", 2);
            office.node.execute("update events_event set recorded_at = timestamp with time zone"
                    + " '2020-01-01 00:00:00+00' where customer_id = 1");
            Added added = office.add(receiver, "test.Added");
            office.node.append("test.Added", 3);
            Post before = receiver.take();
            Node.eventually("it is recorded", () -> office.waiting(added).isEmpty());

            office.webhooks.replay(added.webhook().id(), Instant.parse("2021-01-01T00:00:00Z"));
            Post second = receiver.take();
            Post third = receiver.take();
            Node.eventually(
                    "it ends", () -> office.webhooks.read(added.webhook().id()).replayFrom() == null);
            Node.eventually("none waits", () -> office.waiting(added).isEmpty());

            assertThat(second.body()).contains("\"customer\":\"" + ShortId.format(2) + "\"");
            assertThat(third.body()).isEqualTo(before.body());
            assertThat(third.header("webhook-id")).isEqualTo(before.header("webhook-id"));
            assertThat(receiver.posts()).isEqualTo(3);
        }
    }
}
