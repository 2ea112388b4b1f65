package dev.muster.application.task;

import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.session.Principal;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Denied;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.InMemoryMuster;
import dev.muster.testkit.user.UserFixture;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TaskCensusQueriesTest {

    private final InMemoryMuster muster = new InMemoryMuster();
    private final TaskCensusQueries queries = new TaskCensusQueries(muster.unitOfWork, muster.taskCensus);
    private final RefreshTaskStatistics refresh = new RefreshTaskStatistics(muster.unitOfWork, muster.taskCensus);

    @Test
    void statisticsAreThoseOfTheLastCount() {
        Principal reader = having(Set.of(Permission.USERS_READ));
        task(owner());
        refresh.refresh();
        task(owner());
        assertThat(pending(reader)).isEqualTo(1);

        refresh.refresh();

        assertThat(pending(reader)).isEqualTo(2);
        assertThat(queries.statistics(reader).asOf()).isEqualTo(muster.clock.instant());
    }

    @Test
    void noOtherPermissionAllowsThem() {
        Set<Permission> others = EnumSet.complementOf(EnumSet.of(Permission.USERS_READ));

        for (Set<Permission> too : Set.of(Set.<Permission>of(), others)) {
            assertThatExceptionOfType(Denied.class)
                    .isThrownBy(() -> queries.statistics(having(too)))
                    .satisfies(denied -> assertThat(denied.code()).isEqualTo(SharedError.PERMISSION_MISSING));
        }
    }

    private long pending(Principal reader) {
        return queries.statistics(reader).tasks().statuses().getOrDefault(TaskStatus.PENDING, 0L);
    }

    private Principal having(Set<Permission> permissions) {
        return new Principal(
                UserFixture.nextId(),
                new SessionId(muster.ids.next()),
                permissions,
                muster.clock.instant(),
                muster.clock.instant().plusSeconds(60));
    }

    private UserId owner() {
        User user = UserFixture.aUser().build();
        muster.unitOfWork.writeOne(Actor.SYSTEM, () -> {
            muster.users.insert(user, UserFixture.HASH);
            return user;
        });
        return user.id();
    }

    private void task(UserId owner) {
        muster.unitOfWork.writeOne(owner.asActor(), () -> {
            muster.tasks.insert(aTask(owner).build());
            return owner;
        });
    }
}
