package io.clientele.registry.internal.store;

import io.clientele.registry.InteractionKind;
import io.clientele.registry.NewInteraction;
import io.clientele.registry.NewPurchase;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The sum of a customer's timeline and purchases, or what one entry adds to it.
 *
 * @param lastContact when the two last spoke, wrote or met: notes and tasks are not contact
 * @param interactions how many entries the timeline has
 * @param purchases how many purchases there are; returns are none
 */
public record Activity(
        @Nullable Instant lastContact,
        int interactions,
        int purchases,
        @Nullable LocalDate firstPurchase,
        @Nullable LocalDate lastPurchase) {
    /** A customer of whom nothing is on record. */
    public static final Activity NONE = new Activity(null, 0, 0, null, null);

    /** What an interaction adds. */
    public static Activity of(NewInteraction interaction) {
        boolean contact = interaction.kind() != InteractionKind.NOTE && interaction.kind() != InteractionKind.TASK;
        return new Activity(contact ? interaction.occurredAt() : null, 1, 0, null, null);
    }

    /** What a purchase adds. */
    public static Activity of(NewPurchase purchase) {
        return purchase.isReturn() ? NONE : new Activity(null, 0, 1, purchase.purchasedOn(), purchase.purchasedOn());
    }

    /** The two together. */
    public Activity plus(Activity other) {
        return new Activity(
                latest(lastContact, other.lastContact),
                interactions + other.interactions,
                purchases + other.purchases,
                earliest(firstPurchase, other.firstPurchase),
                latest(lastPurchase, other.lastPurchase));
    }

    private static @Nullable Instant latest(@Nullable Instant a, @Nullable Instant b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }

    private static @Nullable LocalDate latest(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }

    private static @Nullable LocalDate earliest(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isBefore(a)) ? b : a;
    }
}
