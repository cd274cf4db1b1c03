package io.clientele.modules.internal.store;

import io.clientele.persistence.Transactions;
import java.nio.file.Path;

/** Everything that is kept of modules. */
public record Storage(
        ArchiveStore archives,
        Repositories repositories,
        StartMarkers markers,
        ModuleTable modules,
        ChangeTable journal,
        MigrationNotes migrations) {
    /** The folder of archives in the folder of all. */
    public static Path archives(Path folder) {
        return folder.resolve("archives");
    }

    /**
     * Opens what is kept in {@code folder}.
     *
     * @param archives the archives in it
     */
    public static Storage open(
            Path folder, Transactions transactions, ArchiveStore archives, Repositories repositories) {
        return new Storage(
                archives,
                repositories,
                new StartMarkers(folder.resolve("starting")),
                new ModuleTable(transactions),
                new ChangeTable(transactions),
                new MigrationNotes(transactions));
    }
}
