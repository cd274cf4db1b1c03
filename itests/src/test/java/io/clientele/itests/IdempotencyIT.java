package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.itests.Api.Answer;
import io.clientele.testkit.TestDatabase;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request that is sent again is carried out once. */
class IdempotencyIT {
    @ParameterizedTest
    @EnumSource
    void answers_a_repeated_request_as_it_did_the_first_time_even_after_a_kill(TestDatabase kind) {
        try (Server server = Server.start(kind)) {
            Api admin = Api.signIn(server, "admin", server.firstPassword());
            Map<String, String> key = Map.of("Idempotency-Key", "order-4711");
            Answer first = admin.post("/api/v1/customers", FirstHourIT.wang("北京"), key);

            server.kill();
            server.launch();
            Answer again = admin.post("/api/v1/customers", FirstHourIT.wang("北京"), key);
            Answer other = admin.post("/api/v1/customers", FirstHourIT.wang("广州"), key);

            assertThat(first.status()).isEqualTo(201);
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.raw().body()).isEqualTo(first.raw().body());
            assertThat(other.status()).isEqualTo(422);
            assertThat(admin.get("/api/v1/customers?total=true")
                            .body()
                            .path("total")
                            .asInt())
                    .isEqualTo(1);
        }
    }
}
