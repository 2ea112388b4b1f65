package dev.muster.testkit.project;

import static dev.muster.domain.project.ProjectStatus.ACTIVE;
import static dev.muster.domain.project.ProjectStatus.ARCHIVED;
import static dev.muster.domain.project.ProjectStatus.DRAFT;
import static dev.muster.testkit.project.ProjectFixture.aProject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectPosition;
import dev.muster.domain.project.ProjectStatus;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The part of the {@link ProjectsContract} that says what lists of projects contain, and in which order. */
public interface ProjectPagesContract extends ProjectStage {

    @Test
    default void ownerWithoutProjectsHasAnEmptyPage() {
        UserId owner = storedUser();

        assertThat(page(owner, Set.of(), 10, null)).isEqualTo(new Page<>(List.of(), false));
        assertThat(count(owner, Set.of())).isZero();
    }

    @Test
    default void newestProjectsComeFirst() {
        UserId owner = storedUser();
        Project middle = storedAt(owner, 2);
        Project newest = storedAt(owner, 3);
        Project oldest = storedAt(owner, 1);

        assertMeant(owner, Set.of(), newest, middle, oldest);
    }

    @Test
    default void projectsOfTheSameMomentComeByGreaterIdFirst() {
        UserId owner = storedUser();
        Project first = aProject(owner).build();
        Project second = aProject(owner).build();
        Project third = aProject(owner).build();
        List.of(second, third, first).forEach(this::stored);

        assertMeant(owner, Set.of(), third, second, first);
    }

    @Test
    default void momentsOfProjectsAreToldApartByTheMicrosecond() {
        UserId owner = storedUser();
        Project later = stored(
                aProject(owner).createdAt(TestClock.START.plusNanos(1000)).build());
        Project earlier = stored(aProject(owner).build());

        assertThat(page(owner, Set.of(), 1, null).items()).containsExactly(later);
        assertThat(page(owner, Set.of(), 1, later.position()).items()).containsExactly(earlier);
    }

    @Test
    default void pagesOfProjectsFollowOneAnotherWithoutGapOrRepetition() {
        UserId owner = storedUser();
        for (int number = 0; number < 11; number++) {
            storedAt(owner, number / 4);
        }
        List<Project> whole = page(owner, Set.of(), PageRequest.MAX_LIMIT, null).items();

        assertThat(whole).hasSize(11);
        for (int limit : new int[] {1, 2, 3, 4, 5, 10, 11, 12}) {
            assertThat(walk(owner, limit)).as("pages of %s", limit).isEqualTo(whole);
        }
    }

    @Test
    default void pageOfProjectsGoesOnAfterOneThatIsGone() {
        UserId owner = storedUser();
        Project oldest = storedAt(owner, 1);
        Project gone = storedAt(owner, 2);
        storedAt(owner, 3);
        updated(gone.deleted(LATER));

        assertThat(page(owner, Set.of(), 10, gone.position())).isEqualTo(new Page<>(List.of(oldest), false));
        assertThat(count(owner, Set.of())).isEqualTo(2);
    }

    @Test
    default void listTakesAnyOfItsStatuses() {
        UserId owner = storedUser();
        Project draft = stored(aProject(owner).status(DRAFT).build());
        Project active = stored(aProject(owner).status(ACTIVE).build());
        Project archived = stored(aProject(owner).status(ARCHIVED).build());

        assertMeant(owner, Set.of(DRAFT), draft);
        assertMeant(owner, Set.of(DRAFT, ARCHIVED), archived, draft);
        assertMeant(owner, Set.of(DRAFT, ACTIVE, ARCHIVED), archived, active, draft);
    }

    @Test
    default void pagesOfOneStatusFollowOneAnother() {
        UserId owner = storedUser();
        List<Project> drafts = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            drafts.addFirst(stored(aProject(owner).status(DRAFT).build()));
            stored(aProject(owner).status(ACTIVE).build());
        }

        assertThat(page(owner, Set.of(DRAFT), 4, null)).isEqualTo(new Page<>(drafts.subList(0, 4), true));
        assertThat(page(owner, Set.of(DRAFT), 4, drafts.get(3).position()))
                .isEqualTo(new Page<>(drafts.subList(4, 6), false));
    }

    private void assertMeant(UserId owner, Set<ProjectStatus> statuses, Project... meant) {
        assertThat(page(owner, statuses, 10, null).items()).containsExactly(meant);
        assertThat(count(owner, statuses)).isEqualTo(meant.length);
    }

    private List<Project> walk(UserId owner, int limit) {
        List<Project> walked = new ArrayList<>();
        Page<Project> page = page(owner, Set.of(), limit, null);
        walked.addAll(page.items());
        while (page.hasMore()) {
            page = page(owner, Set.of(), limit, walked.getLast().position());
            walked.addAll(page.items());
        }
        return walked;
    }

    private Page<Project> page(UserId owner, Set<ProjectStatus> statuses, int limit, @Nullable ProjectPosition after) {
        return readAs(owner, () -> projects().findPage(owner, statuses, new PageRequest<>(limit, after)));
    }

    private long count(UserId owner, Set<ProjectStatus> statuses) {
        return readAs(owner, () -> projects().count(owner, statuses));
    }

    private Project storedAt(UserId owner, int second) {
        return stored(
                aProject(owner).createdAt(TestClock.START.plusSeconds(second)).build());
    }
}
