package io.clientele.registry.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.access.Caller;
import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.User;
import io.clientele.access.UserId;
import io.clientele.registry.internal.BulkCustomers;
import io.clientele.registry.internal.Groups;
import io.clientele.registry.internal.Outcome;
import io.clientele.registry.internal.People;
import io.clientele.registry.internal.Rehearsal;
import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of imports whose node or whose user's rights go away. */
class ImportStandingTest {
    private static final String FILE = "id,name\n1,Ada\n2,Bob\n3,Cy\n4,Di\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void takes_one_that_waited_where_nobody_is_any_more_for_interrupted(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 2);
            ImportView upload = desk.upload(transfer, ImportKind.CUSTOMERS, FILE);
            sql(desk, "update registry_import set state = 'WAITING', claim = 5");
            silence(desk);

            ImportView left = find(desk, transfer, upload);
            ImportView done = desk.run(transfer, upload, false);

            assertThat(left.state()).isEqualTo("interrupted");
            assertThat(done.state()).isEqualTo("done");
            assertThat(done.added()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void lets_one_that_waited_where_nobody_is_any_more_be_removed(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 2);
            ImportView upload = desk.upload(transfer, ImportKind.CUSTOMERS, FILE);
            sql(desk, "update registry_import set state = 'WAITING', claim = 5");
            silence(desk);

            desk.manager(() -> {
                transfer.imports().forget(Imports.id(upload.id()));
                return true;
            });

            assertThat(desk.manager(() -> transfer.imports().newest())).isEmpty();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @EnumSource
    void keeps_those_that_wait_alive_while_another_runs(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            List<String> seen = new ArrayList<>();
            List<ImportView> second = new ArrayList<>();
            List<Transfer> transfers = new ArrayList<>();
            Transfer transfer = desk.transfer(folder, 2, with(desk, () -> {
                if (seen.isEmpty()) {
                    desk.manager(() -> transfers
                            .get(0)
                            .imports()
                            .run(Imports.id(second.get(0).id()), false));
                }
                seen.add(find(desk, transfers.get(0), second.get(0)).state());
                silence(desk);
            }));
            transfers.add(transfer);
            ImportView first = desk.upload(transfer, ImportKind.CUSTOMERS, FILE);
            second.add(desk.upload(transfer, ImportKind.CUSTOMERS, FILE));

            desk.run(transfer, first, false);
            ended(desk, transfer, second.get(0));

            assertThat(seen).hasSizeGreaterThanOrEqualTo(2).doesNotContain("interrupted");
        }
    }

    @ParameterizedTest
    @EnumSource
    void stops_when_its_user_may_do_less_and_goes_on_for_somebody_else(TestDatabase kind) {
        Leaving users = new Leaving();
        try (Desk desk = new Desk(kind, users, new Groups("North"))) {
            Transfer transfer = desk.transfer(folder, 2, with(desk, () -> users.left--));
            ImportView upload = desk.upload(transfer, ImportKind.CUSTOMERS, FILE);

            ImportView stopped = desk.run(transfer, upload, false);
            int written = desk.profiles().size();
            ImportView done = desk.run(desk.transfer(folder, 2), upload, false);

            assertThat(stopped.state()).isEqualTo("interrupted");
            assertThat(stopped.fault()).contains("may do has changed");
            assertThat(stopped.rows()).isEqualTo(2);
            assertThat(written).isEqualTo(2);
            assertThat(done.state()).isEqualTo("done");
            assertThat(done.added()).isEqualTo(4);
        }
    }

    /** As a request with a key is: behind its commit nobody is signed in any more. */
    @ParameterizedTest
    @EnumSource
    void begins_behind_the_commit_of_a_larger_unit_of_work(TestDatabase kind) {
        ForThoseSignedIn users = new ForThoseSignedIn();
        try (Desk desk = new Desk(kind, users, new Groups("North"))) {
            users.asker = desk.callers::current;
            Transfer transfer = desk.transfer(folder, 2);
            ImportView upload = desk.upload(transfer, ImportKind.CUSTOMERS, FILE);

            boolean begun = desk.database
                    .transactions()
                    .write(connection -> desk.manager(() -> {
                        transfer.imports().run(Imports.id(upload.id()), false);
                        return true;
                    }));
            ended(desk, transfer, upload);

            assertThat(begun).isTrue();
            assertThat(find(desk, transfer, upload).state()).isEqualTo("done");
        }
    }

    /** Users of whom only those who are signed in are told. */
    private static final class ForThoseSignedIn extends People {
        private Supplier<Caller> asker = () -> Desk.MANAGER;

        @Override
        public Optional<User> find(UserId id) {
            assertThat(asker.get()).isNotNull();
            return super.find(id);
        }
    }

    /** The first user to be asked for is sent away during the second batch. */
    private static final class Leaving extends People {
        private int left = 2;

        @Override
        public Optional<User> find(UserId id) {
            return super.find(id)
                    .map(user -> new User(
                            user.id(), 1, user.login(), "User", Set.of(Role.AGENT), Scope.OWN, null, left > 0));
        }
    }

    private static ImportTargets with(Desk desk, Runnable beforeBatch) {
        ImportTargets good = desk.targets;
        BulkCustomers customers = new BulkCustomers() {
            @Override
            public List<Outcome> write(List<Row> rows) {
                beforeBatch.run();
                return good.customers().write(rows);
            }

            @Override
            public List<Outcome> rehearse(List<Row> rows, Rehearsal before) {
                return good.customers().rehearse(rows, before);
            }
        };
        return new ImportTargets(
                good.visible(), good.staff(), customers, good.purchases(), good.interactions(), good.relations());
    }

    private static ImportView find(Desk desk, Transfer transfer, ImportView view) {
        return desk.manager(() -> transfer.imports().find(Imports.id(view.id())));
    }

    private static void ended(Desk desk, Transfer transfer, ImportView view) {
        Watcher watcher = new Watcher();
        desk.manager(() -> {
            transfer.imports().follow(Imports.id(view.id()), watcher);
            return true;
        });
        watcher.awaitEnd();
    }

    private static void silence(Desk desk) {
        sql(
                desk,
                "update registry_import set beat_at = current_timestamp - interval '31' second where state = 'WAITING'");
    }

    private static void sql(Desk desk, String sql) {
        desk.database.transactions().write(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }
}
