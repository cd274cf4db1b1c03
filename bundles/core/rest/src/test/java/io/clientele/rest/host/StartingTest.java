package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.persistence.Durability;
import io.clientele.persistence.OpenDatabase;
import io.clientele.persistence.embedded.Databases;
import io.clientele.testkit.TestDatabase;
import java.net.http.HttpResponse;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is not there yet is not told to be gone. */
class StartingTest {
    private volatile Result.Status feeds = Result.Status.TEMPORARILY_UNAVAILABLE;

    @ParameterizedTest
    @EnumSource
    void an_address_that_is_not_there_yet_is_asked_for_later(TestDatabase kind) {
        TestDatabase.Location at = kind.create();
        try (OpenDatabase database = Databases.open(at.url(), at.user(), at.password(), Durability.FAST);
                HttpHost host = new HttpHost(HostSettings.onFreePort())) {
            host.use(new Tokens());
            host.awaitPlatform();
            host.add(() -> new Result(feeds, "planted"), "feeds");
            Client client = new Client(host.start().uri());

            HttpResponse<String> early = client.get("/api/v1/customers/0HXK");
            HttpResponse<String> posted = client.post("/api/v1/customers", "{}");
            HttpResponse<String> page = client.get("/nowhere");
            host.use(database.database());
            HttpResponse<String> halfWay = client.get("/api/v1/customers/0HXK");
            feeds = Result.Status.OK;
            HttpResponse<String> whole = client.get("/api/v1/customers/0HXK");
            feeds = Result.Status.CRITICAL;
            HttpResponse<String> later = client.get("/api/v1/customers/0HXK");

            assertThat(early.statusCode()).isEqualTo(503);
            assertThat(early.headers().firstValue("Retry-After")).isPresent();
            assertThat(early.body()).contains("problems/unavailable", "This part of the server is not there yet");
            assertThat(posted.statusCode()).isEqualTo(503);
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(halfWay.statusCode()).isEqualTo(503);
            assertThat(whole.statusCode()).isEqualTo(404);
            assertThat(later.statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_is_so_again_with_another_database(TestDatabase kind) {
        TestDatabase.Location at = kind.create();
        try (OpenDatabase first = Databases.open(at.url(), at.user(), at.password(), Durability.FAST);
                OpenDatabase second = Databases.open(at.url(), at.user(), at.password(), Durability.FAST);
                HttpHost host = new HttpHost(HostSettings.onFreePort())) {
            host.awaitPlatform();
            host.add(() -> new Result(feeds, "planted"), "feeds");
            host.use(first.database());
            Client client = new Client(host.start().uri());
            feeds = Result.Status.OK;
            HttpResponse<String> whole = client.send(client.request("/api/v1/customers"));

            feeds = Result.Status.TEMPORARILY_UNAVAILABLE;
            host.use(second.database());
            HttpResponse<String> moved = client.send(client.request("/api/v1/customers"));

            assertThat(whole.statusCode()).isEqualTo(404);
            assertThat(moved.statusCode()).isEqualTo(503);
        }
    }

    @ParameterizedTest
    @EnumSource
    void so_is_a_part_of_the_platform_that_is_made_anew_but_no_module_that_went(TestDatabase kind) {
        TestDatabase.Location at = kind.create();
        Notes notes = new Notes();
        Echoes echoes = new Echoes();
        try (OpenDatabase database = Databases.open(at.url(), at.user(), at.password(), Durability.FAST);
                HttpHost host = new HttpHost(HostSettings.onFreePort())) {
            host.use(new Tokens());
            host.awaitPlatform();
            host.use(database.database());
            host.add(notes);
            host.addAtGate(echoes, "io.clientele.echoes");
            Client client = new Client(host.start().uri());
            client.get("/health/ready");

            host.remove(notes);
            host.remove(echoes);

            assertThat(client.get("/api/v1/notes/999").statusCode()).isEqualTo(503);
            assertThat(client.get("/api/v1/echoes").statusCode()).isEqualTo(404);
            assertThat(client.get("/api/v1/notebooks").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_host_without_a_platform_waits_for_nothing() {
        try (HttpHost host = new HttpHost(HostSettings.onFreePort())) {
            Client client = new Client(host.start().uri());

            assertThat(client.send(client.request("/api/v1/customers")).statusCode())
                    .isEqualTo(404);
        }
    }
}
