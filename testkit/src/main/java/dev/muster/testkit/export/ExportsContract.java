package dev.muster.testkit.export;

import static dev.muster.testkit.export.ExportFixture.queued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportFormat;
import dev.muster.domain.export.ExportId;
import dev.muster.domain.export.ExportPosition;
import dev.muster.domain.export.ExportStatus;
import dev.muster.domain.export.ExportedFile;
import dev.muster.domain.export.Exports;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What {@link Exports} promises. A test class of the adapter implements this interface, which makes it run every test. The
 * store has the exports of one test at a time. {@link TakenExportsContract} is the part about who makes what, and
 * {@link EndedExportsContract} the one about what was made.
 */
public interface ExportsContract extends TakenExportsContract, EndedExportsContract {

    @ParameterizedTest
    @EnumSource
    default void insertKeepsEverything(ExportFormat format) {
        UserId owner = storedUser();
        Export export = Export.queued(ExportFixture.nextId(), owner, storedProject(owner), format, TestClock.START);
        stored(export);

        assertThat(find(owner, export.id())).contains(export);
    }

    @Test
    default void insertRefusesAnIdThatIsStored() {
        Export export = storedQueued();

        assertThatThrownBy(() -> insert(export, MANY)).isInstanceOf(RuntimeException.class);
    }

    @Test
    default void insertForSomeoneElseIsRefused() {
        UserId owner = storedUser();
        UserId other = storedUser();
        Export export = queued(owner, storedProject(owner));

        assertThatThrownBy(() ->
                        unitOfWork().writeOne(other.asActor(), () -> exports().insert(export, MANY, MANY)))
                .isInstanceOf(RuntimeException.class);
        assertThat(find(owner, export.id())).isEmpty();
    }

    @Test
    default void insertInAUnitThatFailsKeepsNothing() {
        UserId owner = storedUser();
        Export export = queued(owner, storedProject(owner));

        assertThatThrownBy(() -> unitOfWork().write(owner.asActor(), () -> {
                    exports().insert(export, MANY, MANY);
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(find(owner, export.id())).isEmpty();
    }

    @Test
    default void nobodyElseFindsAnExport() {
        Export export = storedQueued();
        UserId other = storedUser();

        assertThat(find(other, export.id())).isEmpty();
        assertThat(readAs(other, () -> exports().find(export.owner(), export.id())))
                .isEmpty();
        assertThat(read(() -> exports().find(export.owner(), export.id()))).isEmpty();
        assertThat(readAs(other, () -> exports().count(export.owner(), export.project())))
                .isZero();
        assertThat(find(export.owner(), ExportFixture.nextId())).isEmpty();
    }

    @Test
    default void ownerFindsNothingOfADeletedProject() {
        Export export = storedSucceeded(NOW);
        deleteProject(export.owner(), export.project());

        assertThat(find(export.owner(), export.id())).isEmpty();
        assertThat(page(export.owner(), export.project(), 10, null).items()).isEmpty();
        assertThat(readAs(export.owner(), () -> exports().count(export.owner(), export.project())))
                .isZero();
        assertThat(read(() -> exports().findAll(List.of(export.id())))).containsExactly(export);
    }

    @Test
    default void onlyOpenOnesOfTheOwnerCount() {
        UserId owner = storedUser();
        ProjectId project = storedProject(owner);
        stored(queued(owner, project));
        Export running = take(NOW).orElseThrow();
        stored(queued(owner, storedProject(owner)));
        storedQueued();

        assertThat(insert(queued(owner, project), 2)).isFalse();
        assertThat(insert(queued(owner, project), 3)).isTrue();
        assertThat(insert(queued(owner, project), 3)).isFalse();
        updated(running.succeeded(ExportFixture.file(running), NOW, POLICY));
        assertThat(insert(queued(owner, project), 3)).isTrue();
    }

    @Test
    default void filesThatAreKeptCountUntilTheyExpire() {
        UserId owner = storedUser();
        ProjectId project = storedProject(owner);
        stored(queued(owner, project));
        Export running = take(NOW).orElseThrow();
        updated(running.succeeded(ExportFixture.file(running), NOW, POLICY));

        assertThat(insert(queued(owner, project), MANY, 1)).isFalse();
        assertThat(insert(queued(owner, project), MANY, 2)).isTrue();
        assertThat(insert(queued(owner, project), MANY, 2)).isFalse();
    }

    @Test
    default void noMoreThanAllowedAreAskedForAtOnce() {
        UserId owner = storedUser();
        ProjectId project = storedProject(owner);

        List<Boolean> inserted = Race.values(Race.of(20, thread -> insert(queued(owner, project), 5)));

        assertThat(inserted).filteredOn(done -> done).hasSize(5);
        assertThat(readAs(owner, () -> exports().count(owner, project))).isEqualTo(5);
    }

    @Test
    default void pagesGoFromNewestToOldestWithoutGapsOrRepeats() {
        UserId owner = storedUser();
        ProjectId project = storedProject(owner);
        List<Export> all = IntStream.range(0, 7)
                .mapToObj(i -> stored(queued(owner, project, TestClock.START.plusSeconds(i / 3))))
                .toList();
        stored(queued(owner, storedProject(owner)));
        storedQueued();

        List<Export> read = new ArrayList<>();
        ExportPosition after = null;
        boolean more = true;
        while (more) {
            Page<Export> page = page(owner, project, 3, after);
            read.addAll(page.items());
            after = page.items().getLast().position();
            more = page.hasMore();
        }

        assertThat(read).isEqualTo(all.reversed());
        assertThat(readAs(owner, () -> exports().count(owner, project))).isEqualTo(7);
        assertThat(page(storedUser(), project, 3, null).items()).isEmpty();
    }

    @Test
    default void pagesLeaveManifestsOut() {
        Export made = storedSucceeded(NOW);

        assertThat(page(made.owner(), made.project(), 10, null).items())
                .singleElement()
                .satisfies(listed -> {
                    assertThat(listed.file())
                            .isEqualTo(new ExportedFile(ExportFixture.file(made).whole(), List.of()));
                    assertThat(listed.times()).isEqualTo(made.times());
                    assertThat(listed.status()).isEqualTo(ExportStatus.SUCCEEDED);
                });
        assertThat(found(made)).isEqualTo(made);
    }

    @Test
    default void findAllFindsEverybodysThatThereAre() {
        List<Export> all = List.of(storedQueued(), storedQueued());
        storedQueued();
        List<ExportId> wanted = Stream.concat(all.stream().map(Export::id), Stream.of(ExportFixture.nextId()))
                .toList();

        assertThat(read(() -> exports().findAll(wanted))).containsExactlyInAnyOrderElementsOf(all);
        assertThat(read(() -> exports().findAll(List.of()))).isEmpty();
        assertThat(unitOfWork()
                        .read(
                                Actor.user(all.getFirst().owner().value()),
                                () -> exports().findAll(wanted)))
                .as("whoever acts")
                .hasSize(2);
    }

    private Page<Export> page(UserId owner, ProjectId project, int limit, @Nullable ExportPosition after) {
        return readAs(owner, () -> exports().findPage(owner, project, new PageRequest<>(limit, after)));
    }
}
