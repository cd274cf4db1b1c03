package io.clientele.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.access.Caller;
import io.clientele.access.Callers;
import io.clientele.kernel.ForbiddenException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a bundle may rely on when it asks who is calling. */
abstract class CallersContract {
    private final Caller anna = Staff.agent(7);

    abstract Callers callers();

    @Test
    void whoever_works_as_somebody_is_oneself_again_afterwards() {
        Callers callers = callers();

        Caller during = callers.as(Staff.AUDITOR, () -> callers.as(anna, callers::current));
        Caller after = callers.as(Staff.AUDITOR, () -> {
            assertThatThrownBy(() -> callers.as(anna, CallersContract::fail)).hasMessage("no");
            return callers.current();
        });

        assertThat(during).isEqualTo(anna);
        assertThat(after).isEqualTo(Staff.AUDITOR);
    }

    private static Caller fail() {
        throw new IllegalStateException("no");
    }

    @Test
    void permissions_are_those_of_the_caller() {
        Callers callers = callers();

        Caller may = callers.as(anna, () -> callers.require("customers:write"));

        assertThat(may).isEqualTo(anna);
        assertThatThrownBy(() -> callers.as(Staff.AUDITOR, () -> callers.require("customers:write")))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void a_caller_is_one_threads_alone() {
        Callers callers = callers();

        boolean same = callers.as(
                anna, () -> CompletableFuture.supplyAsync(() -> isAnna(callers)).join());

        assertThat(same).isFalse();
    }

    /** Where nobody is calling, some fail and others name somebody. */
    private boolean isAnna(Callers callers) {
        try {
            return callers.current().equals(anna);
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Test
    void the_system_may_do_everything() {
        Callers callers = callers();

        Caller system = callers.as(callers.system(), () -> callers.require("anything:write"));

        assertThat(system).isEqualTo(Staff.SYSTEM);
    }
}
