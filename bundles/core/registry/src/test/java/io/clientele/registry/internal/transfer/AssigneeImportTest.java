package io.clientele.registry.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.BulkCustomers;
import io.clientele.registry.internal.Groups;
import io.clientele.registry.internal.Outcome;
import io.clientele.registry.internal.People;
import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssigneeImportTest {
    private static final String ANNA = new UserId(1).toString();
    private static final String SECOND_TEAM = new TeamId(12).toString();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void gives_customers_to_those_whom_the_file_names(TestDatabase kind) {
        try (Desk desk = new Desk(kind, new People("anna", "Bertà", "anna2"), new Groups("North", "Süd-Ost", "East"))) {
            ImportView done = imported(
                    desk,
                    "name,owner,team\na,anna, süd-ost \nb,BERTÀ,East\nc," + ANNA + "," + SECOND_TEAM + "\nd,anna2,\n");

            assertThat(done.errors()).isEmpty();
            assertThat(desk.profiles())
                    .extracting(Profile::owner, Profile::team)
                    .containsExactly(
                            tuple(new UserId(1), new TeamId(12)),
                            tuple(new UserId(2), new TeamId(13)),
                            tuple(new UserId(1), new TeamId(12)),
                            tuple(new UserId(3), null));
        }
    }

    @ParameterizedTest
    @EnumSource
    void names_line_column_and_reason_where_nobody_or_more_than_one_is_meant(TestDatabase kind) {
        try (Desk desk = new Desk(kind, new People("anna"), new Groups("North", "North"))) {
            ImportView done = imported(
                    desk, "name,owner,team\na,carl,\nb,anna,north\nc," + new UserId(9) + ",\nd,,West\ne,anna,\n");

            assertThat(done.added()).isEqualTo(1);
            assertThat(done.errors())
                    .containsExactly(
                            new ImportView.Fault(2, "owner", "There is no owner \"carl\""),
                            new ImportView.Fault(
                                    3, "team", "\"north\" is the name of 2; write the id of the one that is meant"),
                            new ImportView.Fault(4, "owner", "There is no user " + new UserId(9)),
                            new ImportView.Fault(5, "team", "There is no team \"West\""));
        }
    }

    @ParameterizedTest
    @EnumSource
    void exports_names_where_they_are_enough_and_ids_where_not_so_that_all_comes_back(TestDatabase kind) {
        // The second one's login is the first one's id.
        People people = new People("anna", ANNA, "=cmd");
        try (Desk desk = new Desk(kind, people, new Groups("North", "South", "south", " East "))) {
            List<Outcome> added = desk.manager(() -> desk.targets.customers().write(everyPair()));
            Transfer transfer = desk.transfer(folder, 10);
            String export = desk.export(transfer);
            List<Profile> before = desk.profiles();

            ImportView again = imported(desk, export);

            assertThat(added).extracting(Outcome::result).containsOnly(Outcome.Result.ADDED);
            assertThat(again.unchanged()).isEqualTo(before.size());
            assertThat(desk.profiles()).isEqualTo(before);
            assertThat(export).contains(",anna,North,", "," + new UserId(2) + "," + SECOND_TEAM + ",", "'=cmd");
        }
    }

    @ParameterizedTest
    @EnumSource
    void looks_up_who_there_is_once_however_many_rows_a_file_has(TestDatabase kind) {
        People people = new People("anna", "bert", "carl");
        try (Desk desk = new Desk(kind, people, new Groups())) {
            String rows = IntStream.range(0, 100)
                    .mapToObj(i -> i + "," + (i % 2 == 0 ? "anna" : "nobody" + i))
                    .collect(Collectors.joining("\n"));

            ImportView done = imported(desk, "name,owner\n" + rows);

            assertThat(done.added()).isEqualTo(50);
            assertThat(people.pages()).as("two pages, read once").isEqualTo(2);
        }
    }

    private ImportView imported(Desk desk, String file) {
        Transfer transfer = desk.transfer(folder, 10);
        return desk.run(transfer, desk.upload(transfer, ImportKind.CUSTOMERS, file), false);
    }

    private static List<BulkCustomers.Row> everyPair() {
        return LongStream.rangeClosed(1, 3)
                .boxed()
                .flatMap(user -> LongStream.rangeClosed(11, 14).mapToObj(team -> pair(user, team)))
                .toList();
    }

    private static BulkCustomers.Row pair(long user, long team) {
        Profile profile = Profile.of(CustomerKind.PERSON, "Customer " + user + " " + team);
        return new BulkCustomers.Row(null, blank -> profile.assigned(new UserId(user), new TeamId(team)));
    }
}
