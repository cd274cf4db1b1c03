package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Customers in Lyon who said this and that about being approached, and the segment of them. */
final class Guests {
    private Guests() {}

    /** Adds them, and answers the segment that they are in. */
    static String invited(SegmentedShop shop) {
        String ada = guest(shop, "Ada Lyon", "Asia/Shanghai", List.of(email("ada"), phone(1)));
        say(shop, ada, "email", "given");
        say(shop, ada, "phone", "given");
        String bert = guest(shop, "Bert Lyon", "America/New_York", List.of(email("bert"), phone(2)));
        say(shop, bert, "email", "withdrawn");
        say(shop, bert, "sms", "given");
        // Consented, and has no number to be called at.
        String cleo = guest(shop, "Cleo Lyon", "Europe/Paris", List.of(email("cleo")));
        say(shop, cleo, "phone", "given");
        guest(shop, "Dora Lyon", "Europe/Paris", List.of(email("dora"), phone(4)));
        return shop.segment("Guests", "address.city==Lyon");
    }

    private static Map<String, Object> email(String name) {
        return Map.of("kind", "email", "value", name + "@lyon.example");
    }

    private static Map<String, Object> phone(int number) {
        return Map.of("kind", "phone", "value", "+3347200000" + number);
    }

    private static String guest(SegmentedShop shop, String name, String zone, List<Map<String, Object>> points) {
        List<Map<String, Object>> all = new ArrayList<>(points);
        all.add(Map.of("kind", "postal", "city", "Lyon"));
        return SegmentedShop.text(shop.admin()
                .post(
                        "/api/v1/customers",
                        Map.of("kind", "person", "name", name, "timeZone", zone, "contactPoints", all)));
    }

    private static void say(SegmentedShop shop, String customer, String channel, String decision) {
        Api.Answer answer = shop.admin()
                .post(
                        "/api/v1/customers/" + customer + "/consents",
                        Map.of("channel", channel, "decision", decision, "source", "letter"));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    }
}
