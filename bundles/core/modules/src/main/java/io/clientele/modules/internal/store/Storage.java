package io.clientele.modules.internal.store;

import io.clientele.modules.internal.archive.ArchiveCheck;
import io.clientele.persistence.Transactions;
import java.nio.file.Path;

/** Everything that is kept of modules. */
public record Storage(ArchiveStore archives, StartMarkers markers, ModuleTable modules, ChangeTable journal) {
    /**
     * Opens what is kept.
     *
     * @param admission what a new archive must pass
     * @param again what a kept one must still pass
     */
    public static Storage open(Path folder, Transactions transactions, ArchiveCheck admission, ArchiveCheck again) {
        return new Storage(
                new ArchiveStore(folder.resolve("archives"), admission, again),
                new StartMarkers(folder.resolve("starting")),
                new ModuleTable(transactions),
                new ChangeTable(transactions));
    }
}
