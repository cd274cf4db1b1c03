package io.clientele.registry.internal.transfer.mapping;

import java.util.Locale;
import java.util.Optional;

/** What a column can mean. */
public enum Field {
    ID,
    KIND,
    NAME,
    COMPANY,
    GIVEN_NAME,
    FAMILY_NAME,
    LANGUAGE,
    TIME_ZONE,
    STATUS,
    OWNER,
    TEAM,
    IDENTIFIER,
    IDENTIFIERS,
    EMAIL,
    EMAIL_LABEL,
    PHONE,
    PHONE_LABEL,
    WEB,
    WEB_LABEL,
    STREET,
    CITY,
    REGION,
    POSTAL_CODE,
    COUNTRY,
    ADDRESS_LABEL,
    MORE_CONTACT_POINTS,
    CONTACT_ORDER,
    TAGS,
    CUSTOMER,
    CUSTOMER_ID,
    TO,
    TO_ID,
    PURCHASED_ON,
    PRODUCT,
    QUANTITY,
    AMOUNT,
    CURRENCY,
    COST,
    MARGIN,
    EXTERNAL_ID,
    RETURNED,
    DIRECTION,
    CHANNEL,
    OCCURRED_AT,
    PEOPLE,
    OUTCOME,
    TEXT;

    private final String code = camel(name());

    /** The word for it in a mapping, such as {@code postalCode}. */
    public String code() {
        return code;
    }

    /** Whether a mapping can say of which system the value is a name, as in {@code identifier:erp}. */
    public boolean hasSource() {
        return this == IDENTIFIER || this == CUSTOMER || this == TO;
    }

    /** Whether several columns can mean the same. */
    public boolean repeats() {
        return this == IDENTIFIER
                || name().startsWith("EMAIL")
                || name().startsWith("PHONE")
                || name().startsWith("WEB");
    }

    /** The field with this code; {@code date} is another word for {@code purchasedOn}. */
    public static Optional<Field> of(String code) {
        if (code.equals("date")) {
            return Optional.of(PURCHASED_ON);
        }
        for (Field field : values()) {
            if (field.code.equals(code)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static String camel(String constant) {
        StringBuilder camel = new StringBuilder();
        for (String word : constant.split("_", -1)) {
            String lower = word.toLowerCase(Locale.ROOT);
            camel.append(camel.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
        }
        return camel.toString();
    }
}
