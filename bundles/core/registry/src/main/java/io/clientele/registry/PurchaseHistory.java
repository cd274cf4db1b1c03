package io.clientele.registry;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What was bought, as figures for whoever computes with all of it. Needs a caller who sees every customer, as the system does. Safe for use
 * by many threads.
 */
@ProviderType
public interface PurchaseHistory {
    /**
     * Hands every purchase and return to {@code sink}, a batch at a time, so that memory does not grow with their number. No connection is
     * held while the sink works; what is recorded meanwhile may or may not be seen.
     */
    void forEach(Sink sink);

    /** Hands over the purchases and returns of these customers, within the current unit of work if there is one. */
    void forEach(Collection<Long> customers, Sink sink);

    /** The code of the currency that most of the newest ten thousand purchases are in; for any caller who may read customers. */
    Optional<String> usualCurrency();

    /** Takes purchases. */
    @ConsumerType
    @FunctionalInterface
    interface Sink {
        /**
         * Takes one.
         *
         * @param day when it was made, or for a return when the purchase that goes back was made if that is known, in days since 1970-01-01
         * @param amount negative for a return
         * @param currency its code, such as {@code EUR}
         */
        void take(long customer, long day, BigDecimal amount, String currency);
    }
}
