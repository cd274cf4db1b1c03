package io.clientele.bench.scenario;

import io.clientele.bench.data.Person;

/** How one side is asked for the same things. Safe for use by many threads. */
public interface Protocol {
    /** One customer. */
    byte[] read(long id);

    /** Fifty customers of a city. */
    byte[] city(String city);

    /** Fifty customers whose romanised name starts so, by name. */
    byte[] prefix(String prefix);

    /** Fifty customers that satisfy three conditions and that the caller may see, by name. */
    byte[] three(Conditions conditions);

    /** A new customer. */
    byte[] create(Person person);

    /** All of a customer anew, provided that {@code tag} is still its entity tag. */
    byte[] update(long id, String tag, Person person);

    /** The three conditions. */
    record Conditions(String city, String kind, String status) {}
}
