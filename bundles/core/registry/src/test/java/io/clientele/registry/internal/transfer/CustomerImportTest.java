package io.clientele.registry.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.clientele.access.Caller;
import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.UserId;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.registry.ContactPoint;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Identifier;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustomerImportTest {
    private static final String FILE =
            "编号;公司名称;邮箱;电话;城市;国家;标签\n1;上海茶叶公司;tee@example.com;021-65529988;上海;中国;VIP;\n".replace("VIP;", "VIP")
                    + "2;北京书店;;010-65529988;北京;CN;\n3;;li@example.com;;;;\n4;Müller GmbH;not-a-mail;;Köln;Deutschland;\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void imports_what_it_understands_and_names_the_place_of_what_it_does_not(TestDatabase kind) throws IOException {
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 1_000);
            ImportView upload = desk.upload(transfer, ImportKind.CUSTOMERS, FILE.getBytes(Charset.forName("GB18030")));

            ImportView done = desk.run(transfer, upload, false);

            assertThat(done.state()).isEqualTo("done");
            assertThat(counts(done)).containsExactly(4, 2, 0, 0, 2);
            assertThat(done.errors())
                    .extracting(ImportView.Fault::line, ImportView.Fault::column)
                    .containsExactly(tuple(4L, "公司名称"), tuple(5L, "邮箱"));
            Profile first = desk.profiles().get(0);
            assertThat(first.kind()).isEqualTo(CustomerKind.ORGANISATION);
            assertThat(first.name()).isEqualTo("上海茶叶公司");
            assertThat(first.identifiers()).containsExactly(new Identifier("import", "1"));
            assertThat(first.tags()).containsExactly("VIP");
            assertThat(first.owner()).isEqualTo(Desk.MANAGER.user());
            assertThat(first.contactPoints())
                    .containsExactly(
                            new ContactPoint.Email("tee@example.com", null),
                            new ContactPoint.Phone("+862165529988", null),
                            new ContactPoint.Postal(null, "上海", null, null, "CN", null));
        }
    }

    @ParameterizedTest
    @EnumSource
    void lists_the_rows_that_failed_so_that_they_can_be_set_right_and_imported(TestDatabase kind) throws IOException {
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 1_000);
            ImportView done = desk.run(transfer, desk.upload(transfer, ImportKind.CUSTOMERS, FILE), false);
            String errors =
                    Files.readString(desk.manager(() -> transfer.imports().errors(Imports.id(done.id()))));

            ImportView again = desk.run(
                    transfer,
                    desk.upload(
                            transfer,
                            ImportKind.CUSTOMERS,
                            errors.replace("not-a-mail", "info@example.de").replace("3,,li@", "3,李雷,li@")),
                    false);

            assertThat(counts(again)).containsExactly(2, 2, 0, 0, 0);
            assertThat(desk.profiles()).extracting(Profile::name).contains("李雷", "Müller GmbH");
        }
    }

    @ParameterizedTest
    @EnumSource
    void lists_the_rows_of_a_file_without_names_so_that_they_are_told_as_before(TestDatabase kind) throws IOException {
        String file =
                "1001,Ann Miller,ann@example.com\n1002,Bob\0 Meyer,bob@example.com\n1003,Cy Young,cy@example.com\n";
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 1_000);
            ImportView upload = desk.upload(transfer, ImportKind.CUSTOMERS, file);
            ImportView done = desk.run(transfer, upload, false);
            String errors =
                    Files.readString(desk.manager(() -> transfer.imports().errors(Imports.id(done.id()))));

            ImportView mended = desk.upload(transfer, ImportKind.CUSTOMERS, errors.replace("\0", ""));
            ImportView again = desk.run(transfer, mended, false);

            assertThat(counts(done)).containsExactly(3, 2, 0, 0, 1);
            assertThat(mended.mapping()).isEqualTo(upload.mapping());
            assertThat(counts(again)).containsExactly(1, 1, 0, 0, 0);
            assertThat(desk.profiles())
                    .extracting(profile -> profile.identifiers().get(0).id())
                    .containsExactlyInAnyOrder("1001", "1002", "1003");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keeps_what_was_said_before_when_the_layout_is_set_right(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 1_000);
            ImportView upload =
                    desk.upload(transfer, ImportKind.PURCHASES, "customer;date;amount\n1;2026-01-01;5,00\n");
            long id = Imports.id(upload.id());

            ImportView said = desk.manager(() -> transfer.imports()
                    .understand(id, new ImportEdit(null, "erp", "EUR", null, null, false, null, null, null)));
            ImportView after = desk.manager(() -> transfer.imports()
                    .understand(id, new ImportEdit(null, null, null, null, null, null, null, ";", null)));

            assertThat(after).isEqualTo(said);
            assertThat(after.source()).isEqualTo("erp");
            assertThat(after.createMissing()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_in_a_dry_run_what_a_run_would_come_to_and_changes_nothing(TestDatabase kind) throws IOException {
        String file = FILE + "1;上海茶业公司;;;;;\n1;上海茶业公司;;;;;\n2;北京书店;;010-65529988;北京;CN;\n";
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 2);
            ImportView upload = desk.upload(transfer, ImportKind.CUSTOMERS, file);

            ImportView rehearsed = desk.run(transfer, upload, true);
            int before = desk.profiles().size();
            ImportView done = desk.run(transfer, upload, false);

            assertThat(before).isZero();
            assertThat(counts(rehearsed)).containsExactly(7, 2, 1, 2, 2);
            assertThat(counts(done)).isEqualTo(counts(rehearsed));
            assertThat(done.errors()).isEqualTo(rehearsed.errors());
        }
    }

    @ParameterizedTest
    @EnumSource
    void adds_nothing_when_the_same_file_comes_again(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 1_000);
            desk.run(transfer, desk.upload(transfer, ImportKind.CUSTOMERS, FILE), false);

            ImportView again = desk.run(transfer, desk.upload(transfer, ImportKind.CUSTOMERS, FILE), false);

            assertThat(counts(again)).containsExactly(4, 0, 0, 2, 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void adds_to_what_is_known_and_leaves_alone_what_the_file_does_not_say(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 1_000);
            desk.run(transfer, desk.upload(transfer, ImportKind.CUSTOMERS, FILE), false);

            desk.run(
                    transfer,
                    desk.upload(transfer, ImportKind.CUSTOMERS, "id,email,language\n1,b@example.com,zh\n"),
                    false);

            Profile first = desk.profiles().get(0);
            assertThat(first.name()).isEqualTo("上海茶叶公司");
            assertThat(first.language()).isEqualTo("zh");
            assertThat(first.contactPoints())
                    .hasSize(4)
                    .contains(
                            new ContactPoint.Email("tee@example.com", null),
                            new ContactPoint.Email("b@example.com", null));
        }
    }

    @ParameterizedTest
    @EnumSource
    void names_the_line_after_which_a_file_cannot_be_read(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 1_000);
            String file = "id,name\n1,Anna\n2,\0\n3,Bob,too,much\n4\n5,\"Eve\"!\n6,\"Carl\n7,Dora\n";

            ImportView done = desk.run(transfer, desk.upload(transfer, ImportKind.CUSTOMERS, file), false);

            assertThat(done.state()).isEqualTo("failed");
            assertThat(done.fault()).startsWith("Line 7: a quote is opened");
            assertThat(counts(done)).containsExactly(5, 1, 0, 0, 4);
            assertThat(done.errors()).extracting(ImportView.Fault::line).containsExactly(3L, 4L, 5L, 6L);
            assertThat(done.errors().get(3).column()).isEqualTo("name");
        }
    }

    @ParameterizedTest
    @EnumSource
    void understands_a_file_as_it_is_told_to(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 1_000);
            ImportView upload = desk.upload(transfer, ImportKind.CUSTOMERS, "nr|who|mail\n1|Anna|a@example.com\n");
            long id = Imports.id(upload.id());

            ImportView told = desk.manager(() -> transfer.imports()
                    .understand(id, edit(Map.of("nr", "identifier:crm", "who", "name", "mail", "ignore"), "erp")));
            desk.run(transfer, told, false);

            assertThat(desk.profiles())
                    .singleElement()
                    .satisfies(profile -> assertThat(profile.identifiers()).containsExactly(new Identifier("crm", "1")))
                    .satisfies(profile -> assertThat(profile.contactPoints()).isEmpty());
            assertThatThrownBy(() -> desk.manager(() -> transfer.imports().understand(id, edit(Map.of(), "erp"))))
                    .isInstanceOf(ConflictException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void names_every_fault_of_a_mapping(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 1_000);
            long id = Imports.id(
                    desk.upload(transfer, ImportKind.CUSTOMERS, "a,b\nx,y\n").id());

            assertThatThrownBy(() -> desk.manager(
                            () -> transfer.imports().understand(id, edit(Map.of("a", "nmae", "c", "name"), "erp"))))
                    .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.violations())
                            .extracting(InvalidInputException.Violation::pointer)
                            .containsExactlyInAnyOrder("/mapping/a", "/mapping/c"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shows_an_import_to_nobody_else(TestDatabase kind) {
        Caller other = new Caller(new UserId(8), "mara", Set.of(Role.MANAGER), Scope.ALL, Set.of());
        Caller agent = new Caller(new UserId(9), "ada", Set.of(Role.AGENT), Scope.OWN, Set.of());
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 1_000);
            long id =
                    Imports.id(desk.upload(transfer, ImportKind.CUSTOMERS, FILE).id());
            Imports imports = transfer.imports();

            assertThatThrownBy(() -> desk.callers.as(other, () -> imports.find(id)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> desk.callers.as(other, () -> imports.run(id, false)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> desk.callers.as(other, () -> imports.errors(id)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> desk.callers.as(agent, () -> imports.find(id)))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> desk.callers.as(agent, () -> transfer.customers()
                            .prepare(transfer.customers().whole(null), CustomerExport.Mark.WITH)))
                    .isInstanceOf(ForbiddenException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgets_an_import_with_its_files(TestDatabase kind) throws IOException {
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 1_000);
            ImportView done = desk.run(transfer, desk.upload(transfer, ImportKind.CUSTOMERS, FILE), false);

            desk.manager(() -> {
                transfer.imports().forget(Imports.id(done.id()));
                return true;
            });

            assertThat(folder).isEmptyDirectory();
            assertThat(desk.manager(() -> transfer.imports().newest())).isEmpty();
        }
    }

    private static ImportEdit edit(Map<String, String> mapping, String source) {
        return new ImportEdit(mapping, source, null, null, null, null, null, null, null);
    }

    static List<Integer> counts(ImportView view) {
        return LongStream.of(view.rows(), view.added(), view.updated(), view.unchanged(), view.failed())
                .mapToObj(Math::toIntExact)
                .toList();
    }
}
