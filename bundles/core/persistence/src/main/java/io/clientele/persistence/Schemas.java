package io.clientele.persistence;

import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import org.osgi.annotation.versioning.ProviderType;

/** The way back for tables of bundles that are replaced or removed; the bundle itself must not be running meanwhile. */
@ProviderType
public interface Schemas {
    /** The numbers of a bundle's migrations that ran, or began to. */
    SortedSet<Integer> begun(String bundle);

    /**
     * Takes back every migration above {@code target} that ran or began, the newest first, and forgets it. On PostgreSQL each is one
     * transaction. H2 commits with every change of a table, and a migration may have ended half-way there, so a script says {@code if exists}.
     *
     * @param scripts by file name: {@code U003__what.sql}, or {@code U003__what.h2.sql} and {@code U003__what.postgresql.sql}
     * @throws MigrationException if a script is missing, before anything is taken back, or if one fails
     */
    void undo(String bundle, int target, Map<String, String> scripts);

    /** Drops tables with all they hold, and forgets the bundle's migrations. Tables that are not there do no harm. */
    void purge(String bundle, Collection<String> tables);
}
