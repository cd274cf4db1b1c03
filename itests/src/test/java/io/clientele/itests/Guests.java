package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Customers in Lyon who said this and that about being approached, the segment of them, and what is said to them. */
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
        String segment = shop.segment("Guests", "address.city==Lyon");
        speak(shop, segment);
        return segment;
    }

    /** Has something to say by e-mail and telephone, and nothing by text message. */
    private static void speak(SegmentedShop shop, String segment) {
        Map<String, Object> evening = Map.of(
                "key", "jazz",
                "title", "An evening of jazz",
                "text", "The quartet plays from eight on, and there is a glass of wine for everybody. ".repeat(3),
                "channels", List.of("email"),
                "tags", List.of("concerts", "jazz"));
        Map<String, Object> programme = Map.of(
                "key", "programme",
                "title", "The programme of spring",
                "text", "https://lyon.example/spring",
                "channels", List.of("email", "phone"));
        Api.Answer answer = shop.admin()
                .put(
                        "/api/v1/segments/" + segment + "/contents",
                        Map.of("items", List.of(evening, programme)),
                        "\"0\"");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
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
                        Map.of(
                                "kind",
                                "person",
                                "name",
                                name,
                                "timeZone",
                                zone,
                                "contactPoints",
                                all,
                                "tags",
                                List.of("jazz"))));
    }

    private static void say(SegmentedShop shop, String customer, String channel, String decision) {
        Api.Answer answer = shop.admin()
                .post(
                        "/api/v1/customers/" + customer + "/consents",
                        Map.of("channel", channel, "decision", decision, "source", "letter"));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    }
}
