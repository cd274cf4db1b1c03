package io.clientele.registry.internal.transfer;

import io.clientele.access.Caller;
import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.Teams;
import io.clientele.access.UserId;
import io.clientele.access.Users;
import io.clientele.access.internal.ThreadCallers;
import io.clientele.persistence.OpenDatabase;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.Groups;
import io.clientele.registry.internal.InteractionImport;
import io.clientele.registry.internal.People;
import io.clientele.registry.internal.PurchaseImport;
import io.clientele.registry.internal.RelationImport;
import io.clientele.registry.internal.TestRegistry;
import io.clientele.registry.internal.UpsertedCustomers;
import io.clientele.registry.internal.store.CustomerRow;
import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.registry.internal.transfer.mapping.Staff;
import io.clientele.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** A registry on a database, and somebody who works with it. */
final class Desk implements AutoCloseable {
    static final Caller MANAGER = new Caller(new UserId(7), "meng", Set.of(Role.MANAGER), Scope.ALL, Set.of());

    final ThreadCallers callers;
    final ImportTargets targets;
    final OpenDatabase database;
    private final TestRegistry registry;

    /** With the users 1 to 9 and the team 11. */
    Desk(TestDatabase kind) {
        this(kind, new People(), new Groups("North"));
    }

    Desk(TestDatabase kind, Users users, Teams teams) {
        registry = new TestRegistry(kind, users, teams);
        callers = registry.callers;
        database = registry.database;
        targets = new ImportTargets(
                registry.customers,
                new Staff(users, teams),
                new UpsertedCustomers(registry.foundation),
                new PurchaseImport(registry.foundation),
                new InteractionImport(registry.foundation),
                new RelationImport(registry.foundation));
    }

    Transfer transfer(Path folder, int batchRows) {
        return transfer(folder, batchRows, targets);
    }

    Transfer transfer(Path folder, int batchRows, ImportTargets others) {
        return new Transfer(new Transfer.Folder(folder, 1L << 32, batchRows), registry.foundation, others);
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
            registry.customers.forEach(null, CustomerRow.ROW, row -> profiles.add(row.profile()));
            return true;
        });
        return profiles;
    }

    String export(Transfer transfer) {
        return export(transfer, transfer.customers().whole(null));
    }

    /** What a list with these facts shows. */
    String export(Transfer transfer, FactExport.Wanted wanted) {
        return export(transfer, transfer.customers().shown(registry.values, wanted));
    }

    private String export(Transfer transfer, CustomerExport.Table table) {
        return manager(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                transfer.customers().prepare(table, CustomerExport.Mark.WITH).to(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toString(StandardCharsets.UTF_8);
        });
    }

    @Override
    public void close() {
        registry.close();
    }
}
