package dev.muster.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserFilter;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.UserStatus;
import org.junit.jupiter.api.Test;

final class UserDirectoryQueriesTest {

    private final AdministrationStage stage = new AdministrationStage();
    private final Principal admin = stage.admin("root");

    @Test
    void peopleAreFoundAndCounted() {
        User ann = stage.muster.join("ann");
        stage.muster.join("bob");
        UserFilter named = new UserFilter("ann", null, null, null, null, null, null);

        Page<User> page = stage.queries.findPage(admin, named, new PageRequest<>(10, null));

        assertThat(page.items()).containsExactly(ann);
        assertThat(stage.queries.count(admin, named)).isOne();
        assertThat(stage.queries.count(admin, UserFilter.ALL)).isEqualTo(3);
        assertThat(stage.queries
                        .findPage(admin, UserFilter.ALL, new PageRequest<>(2, null))
                        .hasMore())
                .isTrue();
    }

    @Test
    void deletedAccountsAreReadToo() {
        User ann = stage.muster.join("ann");
        stage.deleteUser.delete(admin, ann.id(), null);

        assertThat(stage.queries.require(admin, ann.id()).status()).isEqualTo(UserStatus.DELETED);
    }

    @Test
    void whoIsNotThereIsNotFound() {
        UserId nobody = new UserId(stage.muster.stamps.nextId());

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> stage.queries.require(admin, nobody));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> stage.queries.findSessions(admin, nobody));
    }

    @Test
    void statisticsAreThoseOfTheLastCount() {
        var refresh = new RefreshUserStatistics(stage.muster.unitOfWork, stage.muster.directory);
        refresh.refresh();
        stage.muster.join("ann");
        assertThat(stage.queries.statistics(admin).byStatus()).containsEntry(UserStatus.ACTIVE, 1L);

        refresh.refresh();

        assertThat(stage.queries.statistics(admin).byStatus()).containsEntry(UserStatus.ACTIVE, 2L);
    }
}
