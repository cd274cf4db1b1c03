package io.clientele.registry.internal.transfer;

import io.clientele.access.Audit;
import io.clientele.access.Caller;
import io.clientele.access.NewUser;
import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.Team;
import io.clientele.access.TeamId;
import io.clientele.access.Teams;
import io.clientele.access.User;
import io.clientele.access.UserId;
import io.clientele.access.Users;
import io.clientele.access.internal.ThreadCallers;
import io.clientele.access.internal.audit.ChainedAudit;
import io.clientele.events.internal.Arrivals;
import io.clientele.events.internal.BatchedOutbox;
import io.clientele.facts.Customers;
import io.clientele.facts.internal.CompiledCustomers;
import io.clientele.facts.internal.FactCatalogue;
import io.clientele.kernel.Page;
import io.clientele.persistence.Durability;
import io.clientele.persistence.OpenDatabase;
import io.clientele.persistence.Transactions;
import io.clientele.persistence.embedded.Databases;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.Assignments;
import io.clientele.registry.internal.Foundation;
import io.clientele.registry.internal.MergedCustomers;
import io.clientele.registry.internal.Normalisation;
import io.clientele.registry.internal.Platform;
import io.clientele.registry.internal.RegistryFacts;
import io.clientele.registry.internal.store.CustomerRow;
import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A registry on a database, and somebody who works with it. */
final class Desk implements AutoCloseable {
    static final Caller MANAGER = new Caller(new UserId(7), "meng", Set.of(Role.MANAGER), Scope.ALL, Set.of());

    final OpenDatabase database;
    final ThreadCallers callers = new ThreadCallers();
    final Customers customers;
    final Foundation foundation;
    final ImportTargets targets;

    Desk(TestDatabase kind) {
        this(kind.create());
    }

    private Desk(TestDatabase.Location location) {
        database = Databases.open(location.url(), location.user(), location.password(), Durability.FAST);
        database.migrate("io.clientele.access", ChainedAudit.class);
        database.migrate("io.clientele.events", BatchedOutbox.class);
        database.migrate("io.clientele.registry", Transfer.class);
        Transactions transactions = database.transactions();
        Clock clock = Clock.systemUTC();
        Normalisation normalisation = new Normalisation("CN");
        FactCatalogue catalogue = new FactCatalogue();
        RegistryFacts.all(normalisation).forEach(source -> catalogue.add("io.clientele.registry", source));
        customers = new CompiledCustomers(
                catalogue, transactions, database.database().dialect(), callers, clock);
        Audit audit = new ChainedAudit(transactions, database.database().dialect(), callers, database.ids(), clock);
        BatchedOutbox outbox =
                new BatchedOutbox(transactions, database.database().dialect(), new Arrivals());
        Platform platform = new Platform(callers, audit, outbox, customers, transactions, database.ids(), clock);
        foundation = new Foundation(
                platform, database.database().dialect(), new Assignments(new NoUsers(), new NoTeams()), normalisation);
        targets = new ImportTargets(
                customers,
                new MergedCustomers(foundation),
                new io.clientele.registry.internal.PurchaseImport(foundation),
                new io.clientele.registry.internal.InteractionImport(foundation),
                new io.clientele.registry.internal.RelationImport(foundation));
    }

    Transfer transfer(Path folder, int batchRows) {
        return transfer(folder, batchRows, targets);
    }

    Transfer transfer(Path folder, int batchRows, ImportTargets others) {
        return new Transfer(new Transfer.Folder(folder, 1L << 32, batchRows), foundation, others);
    }

    <T> T manager(Supplier<T> work) {
        return callers.as(MANAGER, work);
    }

    ImportView upload(Transfer transfer, ImportKind kind, byte[] file) {
        return manager(() -> transfer.imports()
                .upload(kind, "file.csv", new ImportGuess.Said(null, null, null), new ByteArrayInputStream(file)));
    }

    ImportView upload(Transfer transfer, ImportKind kind, String file) {
        return upload(transfer, kind, file.getBytes(StandardCharsets.UTF_8));
    }

    /** Runs an import to its end. */
    ImportView run(Transfer transfer, ImportView upload, boolean dryRun) {
        return manager(() -> {
            long id = Imports.id(upload.id());
            transfer.imports().run(id, dryRun);
            Watcher watcher = new Watcher();
            transfer.imports().follow(id, watcher);
            watcher.awaitEnd();
            return transfer.imports().find(id);
        });
    }

    /** All customers without what differs between two systems: ids, versions and times. */
    List<Profile> profiles() {
        List<Profile> profiles = new ArrayList<>();
        manager(() -> {
            customers.forEach(null, CustomerRow.ROW, row -> profiles.add(row.profile()));
            return true;
        });
        return profiles;
    }

    String export(Transfer transfer) {
        return manager(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                transfer.customers().prepare(null, CustomerExport.Mark.WITH).to(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toString(StandardCharsets.UTF_8);
        });
    }

    @Override
    public void close() {
        database.close();
    }

    private static final class NoUsers implements Users {
        @Override
        public Optional<User> find(UserId id) {
            return Optional.empty();
        }

        @Override
        public Page<User> list(int limit, @Nullable String cursor) {
            return new Page<>(List.of(), null, null);
        }

        @Override
        public User add(NewUser user) {
            throw new UnsupportedOperationException();
        }

        @Override
        public User update(User user) {
            throw new UnsupportedOperationException();
        }

        @Override
        public User update(User user, String password) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class NoTeams implements Teams {
        @Override
        public Optional<Team> find(TeamId id) {
            return Optional.empty();
        }

        @Override
        public Page<Team> list(int limit, @Nullable String cursor) {
            return new Page<>(List.of(), null, null);
        }

        @Override
        public Team add(String name, @Nullable TeamId parent) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Team update(Team team) {
            throw new UnsupportedOperationException();
        }
    }
}
