package io.clientele.bench.scenario;

import io.clientele.bench.data.Person;
import java.util.List;

/**
 * The baseline's interface.
 *
 * @param owner whose customers a visible list holds, besides those of the teams
 * @param teams whose customers a visible list holds
 */
record BaselineProtocol(long owner, List<Long> teams) implements Protocol {
    private static final String CUSTOMERS = "/customers";

    @Override
    public byte[] read(long id) {
        return Http.get(CUSTOMERS + "/" + id, "");
    }

    @Override
    public byte[] city(String city) {
        return Http.get(CUSTOMERS + "?city=" + Http.encode(city), "");
    }

    @Override
    public byte[] prefix(String prefix) {
        return Http.get(CUSTOMERS + "?prefix=" + Http.encode(prefix), "");
    }

    @Override
    public byte[] three(Conditions c) {
        String ids = String.join(",", teams.stream().map(String::valueOf).toList());
        String query = "?city=" + Http.encode(c.city()) + "&kind=" + c.kind() + "&status=" + c.status() + "&owner="
                + owner + "&teams=" + ids;
        return Http.get(CUSTOMERS + query, "");
    }

    @Override
    public byte[] create(Person person) {
        return Http.send("POST", CUSTOMERS, "", CustomerBody.of(person));
    }

    @Override
    public byte[] update(long id, String tag, Person person) {
        return Http.send("PUT", CUSTOMERS + "/" + id, "If-Match: " + tag + "\r\n", CustomerBody.of(person));
    }
}
