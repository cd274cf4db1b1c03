package io.clientele.segmentation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.harness.TestCore;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.store.MoveTable;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stays that many end at once, as rows or as blocks. */
class StaysTest {
    private static final int ACTIVE = 1_200;
    private static final String BLOCKS = "select count(*) from segmentation_stay_block";
    private static final String ENDED = "select count(*) from segmentation_ended";

    @ParameterizedTest
    @EnumSource
    void are_told_one_by_one_however_they_are_kept(TestDatabase kind) {
        try (Desk desk = Crowd.of(kind, 2 * ACTIVE)) {
            Segment left = left(desk);

            assertThat(number(desk, BLOCKS)).isEqualTo(2);
            assertThat(number(desk, "select count(*) from segmentation_stay")).isZero();
            assertThat(number(desk, ENDED)).isEqualTo(ACTIVE);
            assertThat(desk.history.curve(left.id()))
                    .last()
                    .isEqualTo(new History.Day(desk.platform.today(), 0, ACTIVE, ACTIVE));
            assertThat(desk.history.moves(left.id(), 2 * ACTIVE, null).items())
                    .hasSize(2 * ACTIVE)
                    .filteredOn(move -> !move.entered())
                    .extracting(MoveTable.Entry::name)
                    .hasSize(ACTIVE)
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_a_segment_go_with_it(TestDatabase kind) {
        try (Desk desk = Crowd.of(kind, 2 * ACTIVE)) {
            Segment left = left(desk);

            desk.segments.remove(left.id(), left.version());

            assertThat(number(desk, ENDED)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void are_told_to_a_customer_and_go_with_it(TestDatabase kind) {
        try (Desk desk = Crowd.of(kind, 2 * ACTIVE)) {
            WholeCustomers part = new WholeCustomers(desk.platform, desk.known, desk.rfm);
            desk.core.add(part);
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            Segment unused = left(desk);

            String told = part.subjectData(ada);
            desk.core.erase(ada);
            desk.core.settle();

            assertThat(told).containsOnlyOnce("\"segment\":\"half\"");
            assertThat(part.subjectData(ada)).contains("\"former\":[]");
            assertThat(number(desk, ENDED)).isEqualTo(ACTIVE);
            assertThat(number(desk, "select count(distinct customer_id) from segmentation_ended"))
                    .isEqualTo(ACTIVE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void follow_a_merge_and_go_back(TestDatabase kind) {
        try (Desk desk = Crowd.of(kind, 2 * ACTIVE)) {
            WholeCustomers part = new WholeCustomers(desk.platform, desk.known, desk.rfm);
            desk.core.add(part);
            CustomerId ada = desk.customer("Ada", Status.PROSPECT);
            CustomerId twin = desk.customer("Adele", Status.ACTIVE);
            Segment unused = left(desk);

            desk.core.merge(ada, twin);
            desk.core.settle();
            String merged = part.subjectData(ada);
            desk.core.unmerge(ada, twin);
            desk.core.settle();

            assertThat(merged).containsOnlyOnce("\"segment\":\"half\"");
            assertThat(part.subjectData(ada)).doesNotContain("\"half\"");
            assertThat(part.subjectData(twin)).containsOnlyOnce("\"segment\":\"half\"");
            assertThat(number(desk, ENDED)).isEqualTo(ACTIVE + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void are_rows_again_for_an_older_version(TestDatabase kind) throws IOException {
        try (Desk desk = Crowd.of(kind, 2 * ACTIVE)) {
            Segment unused = left(desk);

            desk.core.schemas().undo(TestCore.MODULE, 11, undoScripts());

            assertThat(number(desk, "select count(distinct customer_id) from segmentation_stay"))
                    .isEqualTo(ACTIVE);
        }
    }

    /** A segment that all have left who were in it. */
    private static Segment left(Desk desk) {
        Segment half = desk.segments.add(Desk.rule("half", "status==active"));
        Segment left = desk.segments.replace(half.id(), half.version(), Desk.rule("half", "status==archived"));
        desk.core.settle();
        return left;
    }

    private static long number(Desk desk, String sql) {
        return desk.core.transactions().read(connection -> {
            try (Statement select = connection.createStatement();
                    ResultSet row = select.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static Map<String, String> undoScripts() throws IOException {
        Map<String, String> scripts = new TreeMap<>();
        for (TestDatabase kind : TestDatabase.values()) {
            for (String step : List.of("U012__stay_blocks", "U013__blocks_unpacked_at_once")) {
                String name = step + "." + kind.name().toLowerCase(Locale.ROOT) + ".sql";
                try (var script = Segments.class.getResourceAsStream("/META-INF/clientele/migrations/" + name)) {
                    byte[] text = Objects.requireNonNull(script, name).readAllBytes();
                    scripts.put(name, new String(text, StandardCharsets.UTF_8));
                }
            }
        }
        return scripts;
    }
}
