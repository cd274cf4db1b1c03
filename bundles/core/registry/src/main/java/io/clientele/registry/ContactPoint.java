package io.clientele.registry;

import org.jspecify.annotations.Nullable;

/** A way to reach a customer. */
public sealed interface ContactPoint {
    /** What it is to the customer, such as {@code work}, or null. */
    @Nullable
    String label();

    /** An e-mail address, as its owner writes it. */
    record Email(String address, @Nullable String label) implements ContactPoint {}

    /** A telephone number: {@code +861065529988}, {@code +861065529988 ext. 8001}, or as entered if it is no public number. */
    record Phone(String number, @Nullable String label) implements ContactPoint {}

    /** The address of a web page, with its scheme. */
    record Web(String url, @Nullable String label) implements ContactPoint {}

    /**
     * A postal address.
     *
     * @param country ISO 3166 alpha-2
     */
    record Postal(
            @Nullable String street,
            @Nullable String city,
            @Nullable String region,
            @Nullable String postalCode,
            @Nullable String country,
            @Nullable String label)
            implements ContactPoint {}
}
