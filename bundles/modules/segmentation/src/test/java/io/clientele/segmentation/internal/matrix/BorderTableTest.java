package io.clientele.segmentation.internal.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.facts.Subquery;
import io.clientele.segmentation.internal.Desk;
import io.clientele.testkit.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BorderTableTest {
    /** Within a statement about customers, H2 would find the deviations anew for each of them while others write. */
    @ParameterizedTest
    @EnumSource
    void deviations_are_found_once_and_then_bound(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Measured measured = Measured.start(desk);
            measured.customer("Ada", 1.0, 1.0);
            measured.customer("Bert", 3.0, 5.0);
            Axis attitude = new Axis("measure.attitude", Axis.Method.FIXED, 2, List.of(2.0), List.of());
            Axis patronage = new Axis("measure.patronage", Axis.Method.FIXED, 2, List.of(2.0), List.of());
            Matrix matrix = new Matrix("Both", null, attitude, patronage, null, List.of());
            Subquery all = desk.platform
                    .everybody(null)
                    .with(List.of("measure.attitude", "measure.patronage", "name.written"), desk.platform.now());
            List<String> statements = new ArrayList<>();

            List<BorderTable.Found> found = desk.core.transactions().read(connection -> new BorderTable(matrix, matrix)
                    .nearest(recording(connection, statements), all, all, new BorderTable.Part(null, null, null, 9)));

            assertThat(found).hasSize(2);
            assertThat(found.get(0).here().spread()).isEqualTo(new BorderTable.Spread(1.0, 2.0));
            assertThat(statements).hasSize(2);
            assertThat(statements.get(0)).contains("stddev_pop").doesNotContain("limit");
            assertThat(statements.get(1)).contains("limit").doesNotContain("stddev_pop");
        }
    }

    private static Connection recording(Connection connection, List<String> statements) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.add((String) arguments[0]);
                    }
                    return method.invoke(connection, arguments);
                });
    }
}
