package io.clientele.access.internal.password;

import io.clientele.access.internal.password.Argon2id.Cost;
import io.clientele.kernel.UnavailableException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Hashes and compares passwords, a few at a time: each takes much memory on purpose, and a storm of sign-ins must not take it all. */
@Component(service = Passwords.class, configurationPid = "io.clientele.access")
public final class Passwords {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int WAITING = 64;

    @interface Config {
        int passwordMemoryKiB() default 19456;

        int passwordIterations() default 2;

        int passwordLanes() default 1;

        int passwordsAtOnce() default 2;
    }

    private final SecureRandom random = new SecureRandom();
    private final Cost cost;
    private final Semaphore turns;

    @Activate
    public Passwords(Config config) {
        this(
                new Cost(config.passwordMemoryKiB(), config.passwordIterations(), config.passwordLanes()),
                config.passwordsAtOnce());
    }

    /** With the given cost of one hashing, for {@code atOnce} hashings at a time. */
    public static Passwords costing(int memoryKiB, int iterations, int atOnce) {
        return new Passwords(new Cost(memoryKiB, iterations, 1), atOnce);
    }

    private Passwords(Cost cost, int atOnce) {
        this.cost = cost;
        this.turns = new Semaphore(atOnce, true);
    }

    /** The hash to keep of a password that {@link PasswordRules} let pass. */
    public String hash(String password) {
        try (Turn turn = turn()) {
            return turn.hash(password);
        }
    }

    /** Waits for a turn; fails with {@link UnavailableException} if too many wait already, or too long. */
    public Turn turn() {
        try {
            if (turns.getQueueLength() < WAITING && turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnavailableException("Too many sign in at once", PATIENCE);
    }

    /** The right to hash; ends with {@link #close}. */
    public final class Turn implements AutoCloseable {
        private Turn() {}

        /** Whether {@code password} is the one that {@code phc} was made of; without a hash, no after the same time. */
        public boolean matches(String password, @Nullable String phc) {
            Argon2id kept = phc == null ? Argon2id.nobody(cost) : Argon2id.parse(phc);
            String form = PasswordRules.form(password);
            // What is too long was never accepted, but costs the same.
            return kept.matches(PasswordRules.tooLong(form) ? "" : form) && phc != null;
        }

        /** Whether {@code phc} was made at another cost than the present one. */
        public boolean outdated(String phc) {
            return !Argon2id.parse(phc).costs(cost);
        }

        public String hash(String password) {
            return Argon2id.of(PasswordRules.form(password), cost, random).toString();
        }

        @Override
        public void close() {
            turns.release();
        }
    }
}
