package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.itests.Api.Answer;
import io.clientele.testkit.TestDatabase;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Segmentation as the distribution has it on offer: installed while the server runs, used, away and back. */
class SegmentationIT {
    private static final String MODULE = "/api/v1/modules/segmentation/";
    private static final String SEGMENTS = "/api/v1/segments";

    @ParameterizedTest
    @EnumSource
    void members_follow_what_happens_also_while_the_module_is_away(TestDatabase kind) {
        try (Server server = Server.start(kind)) {
            Api admin = Api.signIn(server, "admin", server.firstPassword());
            done(admin.post(MODULE + "install", Map.of()));
            Answer added = admin.post(
                    SEGMENTS,
                    Map.of("key", "shanghai", "name", "Shanghai", "filter", "address.city==上海", "purpose", "visits"));
            assertThat(added.status()).as(added.raw().body()).isEqualTo(201);
            String segment = SEGMENTS + "/" + added.text("id");

            admin.post("/api/v1/customers", FirstHourIT.wang("上海"));
            awaitMembers(admin, segment, 1);
            done(admin.post(MODULE + "uninstall", Map.of()));
            admin.post("/api/v1/customers", FirstHourIT.wang("上海"));
            done(admin.post(MODULE + "install", Map.of()));
            awaitMembers(admin, segment, 2);

            assertThat(admin.get("/api/v1/customers?filter=segment.shanghai==true")
                            .body()
                            .path("items"))
                    .hasSize(2);
            assertThat(admin.get(segment + "/moves").body().path("items")).hasSize(2);
            assertThat(admin.get(segment + "/curve").body().path("days")).isNotEmpty();
            assertThat(admin.get(segment + "/assessment").status()).isEqualTo(200);
            assertThat(admin.get(segment + "/differentiation").status()).isEqualTo(200);
            assertThat(admin.post(segment + "/decisions", Map.of("verdict", "chosen", "reason", "they buy"))
                            .status())
                    .isEqualTo(201);
        }
    }

    private static void done(Answer change) {
        assertThat(change.status()).as(change.raw().body()).isEqualTo(200);
    }

    private static void awaitMembers(Api admin, String segment, int size) {
        Awaitility.await(size + " members")
                .atMost(Duration.ofMinutes(1))
                .until(() ->
                        admin.get(segment + "/members").body().path("items").size() == size);
    }
}
