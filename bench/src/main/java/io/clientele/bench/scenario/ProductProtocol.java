package io.clientele.bench.scenario;

import io.clientele.bench.data.Person;
import io.clientele.kernel.ShortId;

/** The product's interface, spoken with an API token. */
final class ProductProtocol implements Protocol {
    private static final String CUSTOMERS = "/api/v1/customers";

    private final String authorization;

    ProductProtocol(String token) {
        authorization = "Authorization: Bearer " + token + "\r\n";
    }

    @Override
    public byte[] read(long id) {
        return Http.get(CUSTOMERS + "/" + ShortId.format(id), authorization);
    }

    @Override
    public byte[] city(String city) {
        return list("address.city=='" + city + "'", "&limit=50");
    }

    @Override
    public byte[] prefix(String prefix) {
        return list("name==" + prefix + "*", "&sort=name&limit=50");
    }

    @Override
    public byte[] three(Conditions c) {
        String filter = "address.city=='" + c.city() + "';kind==" + c.kind() + ";status==" + c.status();
        return list(filter, "&sort=name&limit=50");
    }

    /** At most one customer of those whom a filter finds. */
    byte[] filtered(String filter) {
        return list(filter, "&limit=1");
    }

    private byte[] list(String filter, String rest) {
        return Http.get(CUSTOMERS + "?filter=" + Http.encode(filter) + rest, authorization);
    }

    @Override
    public byte[] create(Person person) {
        return Http.send("POST", CUSTOMERS, authorization, CustomerBody.of(person));
    }

    @Override
    public byte[] update(long id, String tag, Person person) {
        String headers = authorization + "If-Match: " + tag + "\r\n";
        return Http.send("PUT", CUSTOMERS + "/" + ShortId.format(id), headers, CustomerBody.of(person));
    }
}
