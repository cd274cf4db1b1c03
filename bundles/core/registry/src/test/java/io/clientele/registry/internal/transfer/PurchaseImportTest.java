package io.clientele.registry.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.Identifier;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurchaseImportTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void loads_a_real_history_without_loss_and_once(TestDatabase kind) throws IOException {
        byte[] file = resource("CDNOW_sample.txt");
        List<BigDecimal> sums = plainSums(file);
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 1_000);
            ImportView guessed = desk.upload(transfer, ImportKind.PURCHASES, file);

            ImportView rehearsed = desk.run(transfer, told(desk, transfer, guessed), true);
            ImportView done = desk.run(transfer, guessed, false);
            ImportView again =
                    desk.run(transfer, told(desk, transfer, desk.upload(transfer, ImportKind.PURCHASES, file)), false);

            assertThat(guessed.mapping())
                    .isEqualTo(Map.of("1", "customer", "3", "purchasedOn", "4", "quantity", "5", "amount"));
            assertThat(CustomerImportTest.counts(done)).containsExactly(6_919, 6_919, 0, 0, 0);
            assertThat(done.customersAdded()).isEqualTo(2_357);
            assertThat(CustomerImportTest.counts(rehearsed)).isEqualTo(CustomerImportTest.counts(done));
            assertThat(rehearsed.customersAdded()).isEqualTo(2_357);
            assertThat(CustomerImportTest.counts(again)).containsExactly(6_919, 0, 0, 6_919, 0);
            assertThat(again.customersAdded()).isZero();
            assertThat(desk.profiles()).hasSize(2_357);
            assertThat(numbers(desk, "select count(*), sum(quantity), sum(amount) from registry_purchase_line"))
                    .usingElementComparator(BigDecimal::compareTo)
                    .isEqualTo(sums);
            assertThat(numbers(desk, "select sum(purchases) from registry_activity"))
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(BigDecimal.valueOf(6_919));
        }
    }

    @ParameterizedTest
    @EnumSource
    void loads_the_summary_of_the_same_customers(TestDatabase kind) throws IOException {
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 1_000);
            ImportView guessed = desk.upload(transfer, ImportKind.CUSTOMERS, resource("cdnow_customers_summary.csv"));

            ImportView done = desk.run(transfer, told(desk, transfer, guessed), false);

            assertThat(guessed.mapping()).isEqualTo(Map.of("ID", "identifier"));
            assertThat(CustomerImportTest.counts(done)).containsExactly(2_357, 2_357, 0, 0, 0);
            Profile first = desk.profiles().get(0);
            assertThat(first.name()).isEqualTo("1");
            assertThat(first.identifiers()).containsExactly(new Identifier("cdnow", "1"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void takes_rows_with_one_number_for_the_lines_of_one_purchase(TestDatabase kind) {
        String file =
                """
                订单号;客户编号;日期;商品;数量;金额;币种
                A1;7;2026-03-01;茶;2;19,80;CNY
                A1;7;2026-03-01;杯;1;5,00;CNY
                A2;7;2026-03-02;茶;1;9,90;CNY
                A3;8;2026-03-02;茶;x;9,90;CNY
                A3;8;2026-03-02;杯;1;5,00;CNY
                A1;7;2026-03-01;罐;1;1,00;CNY
                """;
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 2);
            ImportView upload = desk.upload(transfer, ImportKind.PURCHASES, file);

            ImportView done = desk.run(transfer, upload, false);

            assertThat(CustomerImportTest.counts(done)).containsExactly(6, 3, 0, 0, 3);
            assertThat(done.errors()).extracting(ImportView.Fault::line).containsExactly(5L, 6L, 7L);
            assertThat(done.errors().get(0).column()).isEqualTo("数量");
            assertThat(done.errors().get(2).reason()).contains("Line 2");
            assertThat(numbers(desk, "select count(*) from registry_purchase")).containsExactly(BigDecimal.valueOf(2));
            assertThat(numbers(desk, "select count(*) from registry_purchase_line"))
                    .containsExactly(BigDecimal.valueOf(3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void writes_no_purchase_by_half_where_a_line_cannot_be_parted(TestDatabase kind) {
        String file =
                """
                订单号;客户编号;日期;商品;数量;金额;币种
                A1;7;2026-03-01;茶;2;19,80;CNY
                A2;7;2026-03-02;茶;1;9,90;CNY
                "A2"x;7;2026-03-02;杯;1;5,00;CNY
                A2;7;2026-03-02;罐;1;1,00;CNY
                """;
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 2);

            ImportView done = desk.run(transfer, desk.upload(transfer, ImportKind.PURCHASES, file), false);

            assertThat(done.state()).isEqualTo("failed");
            assertThat(done.fault()).startsWith("Line 4: after the closing quote");
            assertThat(numbers(desk, "select count(*) from registry_purchase_line"))
                    .containsExactly(BigDecimal.ONE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 30, 60, 4_000})
    void takes_any_number_of_rows_without_ids(int rows) {
        String file = "customer,date,product,amount\n"
                + IntStream.range(0, rows)
                        .mapToObj(i -> i % 7 + ",2026-03-01,tea " + i / 2 + ",5\n")
                        .collect(Collectors.joining());
        try (Desk desk = new Desk(TestDatabase.H2)) {
            Transfer transfer = desk.transfer(folder, 1_000);
            ImportView upload = told(desk, transfer, desk.upload(transfer, ImportKind.PURCHASES, file));

            ImportView done = desk.run(transfer, upload, false);

            assertThat(done.state()).as(done.toString()).isEqualTo("done");
            assertThat(CustomerImportTest.counts(done)).containsExactly(rows, rows, 0, 0, 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takes_the_names_of_columns_that_are_codes_of_fields(TestDatabase kind) {
        String customers = "identifier:crm,name,shoe size\n7,Anna,39\n";
        String purchases = "customer:crm,date,amount,currency\n7,2026-03-01,5,EUR\n";
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 1_000);
            ImportView people = desk.upload(transfer, ImportKind.CUSTOMERS, customers);
            ImportView bought = desk.upload(transfer, ImportKind.PURCHASES, purchases);

            desk.run(transfer, people, false);
            ImportView done = desk.run(transfer, bought, false);

            assertThat(people.notes()).singleElement().asString().contains("shoe size");
            assertThat(bought.mapping()).containsEntry("customer:crm", "customer:crm");
            assertThat(bought.notes()).isEmpty();
            assertThat(CustomerImportTest.counts(done)).containsExactly(1, 1, 0, 0, 0);
            assertThat(done.customersAdded()).isZero();
            assertThat(desk.profiles().get(0).identifiers()).containsExactly(new Identifier("crm", "7"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void audits_that_an_import_was_removed(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 1_000);
            ImportView upload = desk.upload(transfer, ImportKind.CUSTOMERS, "id,name\n1,Anna\n");

            desk.manager(() -> {
                transfer.imports().forget(Imports.id(upload.id()));
                return true;
            });

            assertThat(numbers(desk, "select count(*) from access_audit where action = 'registry.ImportRemoved'"))
                    .containsExactly(BigDecimal.ONE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_to_map_a_column_to_null(TestDatabase kind) {
        Map<String, @Nullable String> mapping = new HashMap<>();
        mapping.put("name", null);
        ImportEdit edit = new ImportEdit(mapping, null, null, null, null, null, null, null, null);
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 1_000);
            long id = Imports.id(desk.upload(transfer, ImportKind.CUSTOMERS, "id,name\n1,Anna\n")
                    .id());

            assertThatThrownBy(() -> desk.manager(() -> transfer.imports().understand(id, edit)))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            e -> assertThat(e.violations().get(0).pointer()).isEqualTo("/mapping/name"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void asks_for_the_currency_of_a_file_that_names_none(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 1_000);
            long id = Imports.id(desk.upload(transfer, ImportKind.PURCHASES, "customer,date,amount\n1,2026-03-01,5\n")
                    .id());

            assertThatThrownBy(() -> desk.manager(() -> transfer.imports().run(id, false)))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            e -> assertThat(e.violations().get(0).pointer()).isEqualTo("/currency"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void adds_interactions_and_relations_once(TestDatabase kind) {
        String interactions =
                "customer,kind,occurredAt,people,text\n1,call,2026-03-01T10:00:00Z,Anna;Bob,\"asked, twice\"\n2,visit,01.03.2026,,\n3,dance,2026-03-01,,\n";
        String relations = "customer,kind,to\n1,knows,2\n1,knows,99\n";
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 1_000);
            desk.run(transfer, desk.upload(transfer, ImportKind.CUSTOMERS, "id,name\n1,Anna\n2,Bob\n"), false);

            ImportView spoken = desk.run(transfer, desk.upload(transfer, ImportKind.INTERACTIONS, interactions), false);
            ImportView known = desk.run(transfer, desk.upload(transfer, ImportKind.RELATIONS, relations), false);
            ImportView again = desk.run(transfer, desk.upload(transfer, ImportKind.INTERACTIONS, interactions), false);

            assertThat(CustomerImportTest.counts(spoken)).containsExactly(3, 2, 0, 0, 1);
            assertThat(spoken.errors().get(0).column()).isEqualTo("kind");
            assertThat(CustomerImportTest.counts(known)).containsExactly(2, 1, 0, 0, 1);
            assertThat(known.errors().get(0).column()).isEqualTo("to");
            assertThat(CustomerImportTest.counts(again)).containsExactly(3, 0, 0, 2, 1);
        }
    }

    private static ImportView told(Desk desk, Transfer transfer, ImportView upload) {
        ImportEdit edit = new ImportEdit(null, "cdnow", "USD", null, null, null, null, null, null);
        return desk.manager(() -> transfer.imports().understand(Imports.id(upload.id()), edit));
    }

    private static List<BigDecimal> plainSums(byte[] file) {
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal amount = BigDecimal.ZERO;
        int rows = 0;
        for (String line : new String(file, StandardCharsets.US_ASCII).split("\r?\n", -1)) {
            if (!line.isBlank()) {
                String[] cells = line.strip().split(" +", -1);
                quantity = quantity.add(new BigDecimal(cells[3]));
                amount = amount.add(new BigDecimal(cells[4]));
                rows++;
            }
        }
        return List.of(BigDecimal.valueOf(rows), quantity, amount);
    }

    private static List<@Nullable BigDecimal> numbers(Desk desk, String sql) {
        return desk.database.transactions().read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                List<@Nullable BigDecimal> numbers = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    numbers.add(row.getBigDecimal(i));
                }
                return numbers;
            }
        });
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(PurchaseImportTest.class.getResourceAsStream("/cdnow/" + name))) {
            return file.readAllBytes();
        }
    }
}
