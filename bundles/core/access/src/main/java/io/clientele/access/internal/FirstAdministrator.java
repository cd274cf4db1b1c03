package io.clientele.access.internal;

import io.clientele.access.Audit;
import io.clientele.access.Callers;
import io.clientele.access.Change;
import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.User;
import io.clientele.access.UserId;
import io.clientele.access.internal.password.Passwords;
import io.clientele.access.internal.store.UserStore;
import io.clientele.kernel.Ids;
import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.DuplicateKeyException;
import io.clientele.persistence.Transactions;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that a new system has somebody who can sign in: the user {@code admin}, whose random password stands in a file that only the
 * owner of the process can read, until whoever reads it deletes it. It is kept nowhere else but as a hash.
 */
@Component(service = FirstAdministrator.class, immediate = true, configurationPid = "io.clientele.access")
public final class FirstAdministrator {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String LOGIN = "admin";
    private static final int ATTEMPTS = 10;
    private static final long BETWEEN_ATTEMPTS_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    @interface Config {
        String firstPasswordFile() default "${karaf.data}/first-password";
    }

    /** What the first user is kept in. */
    record Parts(
            Transactions transactions, UserStore users, Passwords passwords, Callers callers, Audit audit, Ids ids) {}

    private final Parts parts;
    private final PasswordFile file;

    /** Does its work at once, against the habit: the launcher looks for the file as soon as the system answers. */
    @Activate
    public FirstAdministrator(
            Config config,
            @Reference Transactions transactions,
            @Reference UserStore users,
            @Reference Passwords passwords,
            @Reference Callers callers,
            @Reference Audit audit,
            @Reference Ids ids) {
        this(new Parts(transactions, users, passwords, callers, audit, ids), path(config.firstPasswordFile()));
        ensureInTheEnd();
    }

    FirstAdministrator(Parts parts, Path file) {
        this.parts = parts;
        this.file = new PasswordFile(file);
    }

    /** The database may be away for a moment as the system starts. This part would be made again, but after the launcher has given up on the file. */
    void ensureInTheEnd() {
        for (int attempt = 1; ; attempt++) {
            try {
                ensure();
                return;
            } catch (UnavailableException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LOG.warn("The database does not answer as the first administrator is looked for; it is asked again");
                LockSupport.parkNanos(BETWEEN_ATTEMPTS_NANOS);
            }
        }
    }

    /** Adds the first administrator if there is no user. True if it did. */
    boolean ensure() {
        if (!parts.users().isEmpty()) {
            return false;
        }
        String password = new Secrets().password();
        try (PasswordFile.Draft draft = file.draft(password)) {
            add(parts.passwords().hash(password), draft);
        } catch (DuplicateKeyException e) {
            LOG.debug("Another node was first", e);
            return false;
        }
        LOG.info("The password of the first administrator, {}, stands in {}", LOGIN, file.path());
        return true;
    }

    private void add(String hash, PasswordFile.Draft draft) {
        User admin = new User(
                new UserId(parts.ids().next()), 0, LOGIN, "Administrator", Set.of(Role.ADMIN), Scope.ALL, null, true);
        parts.callers().as(parts.callers().system(), () -> parts.transactions().write(connection -> {
            User added = parts.users().add(admin, hash);
            String detail = RuledUsers.described(added).toString();
            parts.audit()
                    .record(new Change("access.UserAdded", "user", added.id().value(), detail));
            // Before the commit: a password that is in the database alone would be lost for good with a crash in
            // between.
            // After the row, for only one node gets past that.
            draft.keep();
            return added;
        }));
    }

    private static Path path(String configured) {
        String data = System.getProperty("karaf.data", "data");
        return Path.of(configured.replace("${karaf.data}", data)).toAbsolutePath();
    }
}
