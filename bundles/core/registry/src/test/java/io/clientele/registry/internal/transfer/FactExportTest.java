package io.clientele.registry.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactExportTest {
    private static final FactExport.Wanted LIST =
            FactExport.Wanted.of("status==active", "-name", "name,status,owner,tag,address.city");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void writes_the_facts_that_a_list_shows_in_its_order(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 100);
            desk.run(
                    transfer,
                    desk.upload(
                            transfer,
                            ImportKind.CUSTOMERS,
                            """
                            kind,name,status,city,tags
                            person,=Ada,active,London,a;b
                            person,王小明,active,上海,
                            person,Zoe,archived,Paris,
                            """),
                    false);

            String[] lines = desk.export(transfer, LIST).split("\\R");

            assertThat(lines[0]).endsWith("id,name,status,owner,tag,address.city");
            assertThat(lines[1]).contains(",王小明,active,").endsWith(",,上海");
            assertThat(lines[2]).contains("'=Ada,active,").endsWith(",a;b,London");
            assertThat(lines).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void goes_on_page_by_page(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 500);
            String rows = IntStream.range(0, 450)
                    .mapToObj(i -> "person,Name " + i)
                    .collect(Collectors.joining("\n", "kind,name\n", "\n"));
            desk.run(transfer, desk.upload(transfer, ImportKind.CUSTOMERS, rows), false);

            String export = desk.export(transfer, FactExport.Wanted.of(null, "name", "name"));

            assertThat(export.lines().distinct()).hasSize(451);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_fact_that_is_not_there_before_the_first_row(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 100);

            assertThatThrownBy(() -> desk.export(transfer, FactExport.Wanted.of(null, null, "nmae")))
                    .isInstanceOf(InvalidInputException.class);
        }
    }
}
