package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.itests.Api.Answer;
import io.clientele.testkit.ModuleJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts that would run if a screen took them for markup, and the ways by which they come into the system. */
record Payloads(List<String> texts, Api admin) {
    static Payloads on(Api admin) {
        try {
            return new Payloads(Files.readAllLines(Path.of("src/test/resources/payloads.txt")), admin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that can hold a text holds each; returns a customer of whom each is told. */
    String plant() {
        String one = planted("/api/v1/customers", Map.of("kind", "person", "name", texts.get(0)))
                .text("id");
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            String other = customer(text);
            happened("/api/v1/customers/" + one, text, i, other);
            people(text, i);
            rename("/api/v1/customers/" + one, text);
            file(text);
        }
        return one;
    }

    private Answer planted(String path, Object body) {
        Answer answer = admin.post(path, body);
        assertThat(answer.status()).as(path + " " + body).isEqualTo(201);
        return answer;
    }

    private String customer(String text) {
        Map<String, Object> address = Map.of(
                "kind", "postal", "street", text, "city", text, "postalCode", "1", "country", "CN", "label", "x");
        Map<String, Object> body = Map.of(
                "kind",
                "organisation",
                "name",
                text,
                "tags",
                List.of(cut(text)),
                "contactPoints",
                List.of(address),
                "identifiers",
                List.of(Map.of("source", "x", "id", text)));
        return planted("/api/v1/customers", body).text("id");
    }

    private void happened(String customer, String text, int at, String other) {
        planted(
                customer + "/interactions",
                Map.of(
                        "kind",
                        "note",
                        "direction",
                        "none",
                        "occurredAt",
                        "2026-11-01T08:00:00Z",
                        "channel",
                        cut(text),
                        "people",
                        List.of(text),
                        "outcome",
                        cut(text),
                        "text",
                        text));
        Map<String, Object> line = Map.of("product", text, "quantity", 1, "amount", 1);
        planted(
                customer + "/purchases",
                Map.of(
                        "source",
                        "shop",
                        "externalId",
                        "row" + at + text,
                        "purchasedOn",
                        "2026-11-01",
                        "currency",
                        "CNY",
                        "lines",
                        List.of(line)));
        planted(customer + "/relations", Map.of("kind", cut(text), "to", other));
    }

    /** Some fields are short. */
    private static String cut(String text) {
        return text.substring(0, Math.min(50, text.length()));
    }

    private void people(String text, int at) {
        planted("/api/v1/teams", Map.of("name", text));
        planted("/api/v1/tokens", Map.of("name", text));
        planted("/api/v1/views", Map.of("name", text, "shared", "all", "filter", "", "sort", "name"));
        planted(
                "/api/v1/users",
                Map.of(
                        "login",
                        "payload" + at,
                        "name",
                        text,
                        "roles",
                        List.of("agent"),
                        "password",
                        "a good long phrase",
                        "active",
                        true));
    }

    /** So that the history of one customer tells all of them. */
    private void rename(String customer, String text) {
        String version = admin.get(customer).text("version");
        assertThat(admin.patch(customer, Map.of("name", text + " "), "\"" + version + "\"")
                        .status())
                .as(text)
                .isEqualTo(200);
    }

    /** A file whose name, columns and cells are the text; it waits to be looked at. */
    private void file(String text) {
        String cell = '"' + text.replace("\"", "\"\"") + '"';
        String csv = "name," + cell + "\n" + cell + "," + cell + "\n";
        Answer answer = admin.send(
                "POST",
                "/api/v1/imports?kind=customers&name=" + URLEncoder.encode(text, StandardCharsets.UTF_8),
                BodyPublishers.ofString(csv),
                Map.of("Content-Type", "text/csv"));
        assertThat(answer.status()).as(text + answer.raw().body()).isEqualTo(201);
    }

    /** A module all of whose titles are such texts. */
    ModuleJar module() {
        String commands = IntStream.range(0, texts.size())
                .mapToObj(i ->
                        "{\"kind\": \"command\", \"name\": \"c" + i + "\", \"path\": \"payloads\", \"title\": {\"en\": "
                                + json(texts.get(i)) + "}, \"keywords\": {\"en\": " + json(texts.get(i)) + "}}")
                .collect(Collectors.joining(",\n"));
        String page =
                "{\"kind\": \"page\", \"name\": \"payloads\", \"path\": \"payloads\", \"module\": \"page.js\", \"icon\": \"x\", \"group\": \"customers\","
                        + " \"title\": {\"en\": " + json(texts.get(1)) + "}}";
        return ModuleJar.of("payloads", "1.0.0")
                .entry(
                        "META-INF/clientele/screens.json",
                        "{\"api\": 1, \"name\": {\"en\": " + json(texts.get(1)) + "}, \"contributions\": [" + page
                                + ",\n" + commands + "]}")
                .entry(
                        "META-INF/clientele/web/page.js",
                        "import {Screen, html} from '@clientele/ui';\n"
                                + "export default class P extends Screen { render() { return html`<cl-page heading=\"Payloads\"></cl-page>`; } }");
    }

    private static String json(String text) {
        try {
            return Api.JSON.writeValueAsString(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
