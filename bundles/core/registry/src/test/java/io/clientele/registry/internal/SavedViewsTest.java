package io.clientele.registry.internal;

import static io.clientele.registry.internal.TestRegistry.ANNA;
import static io.clientele.registry.internal.TestRegistry.AUDITOR;
import static io.clientele.registry.internal.TestRegistry.BERT;
import static io.clientele.registry.internal.TestRegistry.NORTH;
import static io.clientele.registry.internal.TestRegistry.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.access.Caller;
import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.UserId;
import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.PreconditionException;
import io.clientele.registry.internal.store.SavedView;
import io.clientele.registry.internal.store.SavedView.Content;
import io.clientele.registry.internal.store.SavedView.Sharing;
import io.clientele.testkit.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SavedViewsTest {
    private static final Caller CARL = new Caller(new UserId(5), "carl", Set.of(Role.AGENT), Scope.OWN, Set.of(NORTH));

    private static Content content(String name, Sharing shared) {
        return new Content(name, "address.city==上海", "-createdAt", List.of("name", "owner"), shared);
    }

    private static Supplier<Boolean> removal(SavedViews views, SavedView view, long version) {
        return () -> {
            views.remove(view.id(), version);
            return true;
        };
    }

    private static List<SavedView> seenBy(TestRegistry test, Caller caller, SavedViews views) {
        return test.as(caller, () -> views.list(50, null)).items();
    }

    @ParameterizedTest
    @EnumSource
    void are_kept_as_they_were_saved(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            SavedViews views = new SavedViews(test.foundation);

            SavedView added = test.as(ANNA, () -> views.add(content("  Shanghai ", Sharing.NOBODY)));

            assertThat(added.content()).isEqualTo(content("Shanghai", Sharing.NOBODY));
            assertThat(test.as(ANNA, () -> views.find(added.id()))).isEqualTo(added);
            assertThat(seenBy(test, ANNA, views)).containsExactly(added);
        }
    }

    @ParameterizedTest
    @EnumSource
    void are_seen_by_whom_they_are_shared_with_and_by_nobody_else(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            SavedViews views = new SavedViews(test.foundation);
            SavedView mine = test.as(ANNA, () -> views.add(content("Mine", Sharing.NOBODY)));
            SavedView ours = test.as(ANNA, () -> views.add(content("Ours", Sharing.TEAM)));
            SavedView everyones = test.as(ANNA, () -> views.add(content("Everyone's", Sharing.ALL)));

            assertThat(seenBy(test, ANNA, views)).containsExactly(mine, ours, everyones);
            assertThat(seenBy(test, CARL, views)).containsExactly(ours, everyones);
            assertThat(seenBy(test, BERT, views)).containsExactly(everyones);
            assertThatThrownBy(() -> test.as(BERT, () -> views.find(ours.id())))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessage(new NotFoundException("view", "of this id").getMessage());
            assertThatThrownBy(() -> test.as(BERT, () -> views.find(4711)))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessage(new NotFoundException("view", "of this id").getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_a_team_are_seen_by_the_teams_below_it(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind, new People(), Groups.nested("North", "South"))) {
            SavedViews views = new SavedViews(test.foundation);
            SavedView above = test.as(ANNA, () -> views.add(content("Ours", Sharing.TEAM)));
            Caller below = new Caller(new UserId(6), "dora", Set.of(Role.AGENT), Scope.OWN, Set.of(SOUTH));

            assertThat(seenBy(test, below, views)).containsExactly(above);
        }
    }

    @ParameterizedTest
    @EnumSource
    void are_written_by_their_owner_alone_and_never_over_what_was_not_read(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            SavedViews views = new SavedViews(test.foundation);
            SavedView view = test.as(ANNA, () -> views.add(content("Ours", Sharing.ALL)));
            Content other = content("Theirs", Sharing.ALL);

            assertThatThrownBy(() -> test.as(BERT, () -> views.replace(view.id(), 1, other)))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> test.as(ANNA, () -> views.replace(view.id(), 7, other)))
                    .isInstanceOf(PreconditionException.class);
            assertThat(test.as(ANNA, () -> views.replace(view.id(), 1, other)))
                    .isEqualTo(new SavedView(view.id(), 2, ANNA.user(), other));
        }
    }

    @ParameterizedTest
    @EnumSource
    void are_removed_by_their_owner_as_they_were_read(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            SavedViews views = new SavedViews(test.foundation);
            SavedView view = test.as(ANNA, () -> views.add(content("Ours", Sharing.ALL)));
            test.as(ANNA, () -> views.replace(view.id(), 1, content("Everyone's", Sharing.ALL)));

            assertThatThrownBy(() -> test.as(ANNA, removal(views, view, 1))).isInstanceOf(PreconditionException.class);
            assertThatThrownBy(() -> test.as(BERT, removal(views, view, 2))).isInstanceOf(ForbiddenException.class);
            test.as(ANNA, removal(views, view, 2));
            assertThat(seenBy(test, ANNA, views)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void are_shared_by_nobody_who_may_only_read(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            SavedViews views = new SavedViews(test.foundation);

            SavedView own = test.as(AUDITOR, () -> views.add(content("Mine", Sharing.NOBODY)));

            assertThatThrownBy(() -> test.as(AUDITOR, () -> views.add(content("All's", Sharing.ALL))))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> test.as(AUDITOR, () -> views.replace(own.id(), 1, content("x", Sharing.ALL))))
                    .isInstanceOf(ForbiddenException.class);
            assertThat(seenBy(test, BERT, views)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void need_a_name_and_a_team_to_be_shared_with(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            SavedViews views = new SavedViews(test.foundation);

            assertThatThrownBy(() -> test.as(ANNA, () -> views.add(content(" ", Sharing.NOBODY))))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> test.as(TestRegistry.ADMIN, () -> views.add(content("x", Sharing.TEAM))))
                    .isInstanceOf(InvalidInputException.class);
        }
    }
}
