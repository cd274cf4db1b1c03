package io.clientele.registry.internal.transfer;

import io.clientele.access.Teams;
import io.clientele.access.Users;
import io.clientele.registry.internal.BulkCustomers;
import io.clientele.registry.internal.BulkInteractions;
import io.clientele.registry.internal.BulkPurchases;
import io.clientele.registry.internal.BulkRelations;
import io.clientele.registry.internal.Foundation;
import io.clientele.registry.internal.Platform;
import io.clientele.registry.internal.transfer.mapping.Staff;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Files in and out, put together. */
@Component(service = Transfer.class, configurationPid = "io.clientele.registry.transfer")
public final class Transfer {
    private final ImportRuns runs;
    private final Imports imports;
    private final CustomerExport customers;

    @interface Config {
        /** The folder of uploaded files and lists of errors; nodes that share it can go on with each other's imports. */
        String directory() default "";

        /** The largest file that is taken. */
        long max_bytes() default 4L << 30;

        /** How many rows are written in one transaction. */
        int batch_rows() default Folder.BATCH_ROWS;
    }

    /** Where uploaded files lie, the largest that is taken, and how many rows are written in one transaction. */
    record Folder(Path path, long maxBytes, int batchRows) {
        static final int BATCH_ROWS = 1_000;

        static Folder of(Config config) {
            String directory = config.directory().isBlank()
                    ? System.getProperty("karaf.data", System.getProperty("java.io.tmpdir")) + "/imports"
                    : config.directory();
            return new Folder(Path.of(directory), config.max_bytes(), config.batch_rows());
        }
    }

    @Activate
    public Transfer(
            Config config,
            @Reference Foundation foundation,
            @Reference BulkCustomers customers,
            @Reference BulkPurchases purchases,
            @Reference BulkInteractions interactions,
            @Reference BulkRelations relations,
            @Reference Users users,
            @Reference Teams teams) {
        this(
                Folder.of(config),
                foundation,
                new ImportTargets(
                        foundation.platform().customers(),
                        new Staff(users, teams),
                        customers,
                        purchases,
                        interactions,
                        relations));
    }

    Transfer(Folder folder, Foundation foundation, ImportTargets targets) {
        Platform platform = foundation.platform();
        ImportStore store = new ImportStore(platform.transactions(), platform.audit());
        ImportFiles files = new ImportFiles(folder.path(), folder.maxBytes());
        runs = new ImportRuns(
                store,
                targets,
                new ImportRuns.Surroundings(
                        platform.transactions(),
                        foundation.dialect(),
                        platform.callers(),
                        platform.ids(),
                        files,
                        folder.batchRows()));
        imports = new Imports(
                platform.callers(), store, files, runs, new Imports.Origins(platform.ids(), platform.clock()));
        customers = new CustomerExport(platform, targets.staff());
    }

    Imports imports() {
        return imports;
    }

    CustomerExport customers() {
        return customers;
    }

    @Deactivate
    void close() {
        runs.close();
    }
}
