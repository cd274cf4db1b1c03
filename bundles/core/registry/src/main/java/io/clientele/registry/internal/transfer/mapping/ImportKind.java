package io.clientele.registry.internal.transfer.mapping;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the rows of a file are. */
public enum ImportKind {
    CUSTOMERS(EnumSet.range(Field.ID, Field.TAGS)),
    PURCHASES(EnumSet.of(
            Field.CUSTOMER,
            Field.CUSTOMER_ID,
            Field.PURCHASED_ON,
            Field.PRODUCT,
            Field.QUANTITY,
            Field.AMOUNT,
            Field.CURRENCY,
            Field.COST,
            Field.MARGIN,
            Field.EXTERNAL_ID,
            Field.RETURNED)),
    INTERACTIONS(EnumSet.of(
            Field.CUSTOMER,
            Field.CUSTOMER_ID,
            Field.KIND,
            Field.DIRECTION,
            Field.CHANNEL,
            Field.OCCURRED_AT,
            Field.PEOPLE,
            Field.OUTCOME,
            Field.TEXT)),
    RELATIONS(EnumSet.of(Field.CUSTOMER, Field.CUSTOMER_ID, Field.KIND, Field.TO, Field.TO_ID));

    private final String code = name().toLowerCase(Locale.ROOT);

    @SuppressWarnings("ImmutableEnumChecker") // A set of its own, which nobody writes to.
    private final Set<Field> fields;

    ImportKind(Set<Field> fields) {
        this.fields = Collections.unmodifiableSet(fields);
    }

    /** The word for it in addresses and answers. */
    public String code() {
        return code;
    }

    /** What columns of such a file can mean. */
    public Set<Field> fields() {
        return EnumSet.copyOf(fields);
    }

    /** The kind with this code. */
    public static Optional<ImportKind> of(String code) {
        for (ImportKind kind : values()) {
            if (kind.code.equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
