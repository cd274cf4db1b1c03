package io.clientele.facts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What facts are, of customers that the current caller may see; of any other nothing is told. Needs {@code customers:read}. Safe for use by
 * many threads.
 */
@ProviderType
public interface FactValues {
    /** The most facts that can be asked for at once. */
    int MOST_FACTS = 30;

    /**
     * The facts of some customers, in a statement for each table that holds some of them. A customer without a value has no entry of that
     * name, and one without any none at all. Text is a {@link String}, as are ids in their short form; other values are a {@link
     * java.math.BigDecimal}, {@link Boolean}, {@link java.time.LocalDate} or {@link java.time.Instant}; of a fact that a customer can have
     * several of, a {@link List} of them.
     *
     * @param customers 200 at the most
     */
    Map<Long, Map<String, Object>> of(Collection<Long> customers, List<String> facts);

    /**
     * Some values of a fact of text that begin like {@code start}, in their order, 20 at the most. They come from the first few thousand
     * customers that have such a value: enough to choose from, not a list of all there are.
     */
    List<String> beginning(String fact, String start);
}
