package io.clientele.bench.data;

/**
 * A made-up customer.
 *
 * @param number unique; the external identifier, the e-mail address and the phone number are made of it
 * @param kind {@code person} or {@code organisation}
 * @param city rank among {@link Cities}
 */
public record Person(
        long number, String kind, String name, String language, String status, int city, String street, String tag) {
    /** The natural key in the made-up other system. */
    public String externalId() {
        return "C" + number;
    }

    /** A unique address that reaches nobody. */
    public String email() {
        return "c" + number + "@example.com";
    }

    /** A unique, well-formed mobile number. */
    public String phone() {
        return "+86138" + String.format("%08d", number % 100_000_000);
    }

    /** The same customer with another status. */
    public Person withStatus(String other) {
        return new Person(number, kind, name, language, other, city, street, tag);
    }
}
