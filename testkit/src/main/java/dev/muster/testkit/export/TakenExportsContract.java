package dev.muster.testkit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportId;
import dev.muster.domain.export.ExportStatus;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of the {@link ExportsContract} that says which exports are made by whom, and when. */
public interface TakenExportsContract extends ExportStage {

    @Test
    default void longestDueIsTakenFirst() {
        Export late = storedQueued(TestClock.START.plusSeconds(2));
        Export early = storedQueued(TestClock.START);
        Export tie = storedQueued(TestClock.START);

        assertThat(IntStream.range(0, 4).mapToObj(i -> take(NOW)).flatMap(Optional::stream))
                .extracting(Export::id)
                .containsExactly(early.id(), tie.id(), late.id());
    }

    @Test
    default void takenExportRunsAndKeepsWhatItIs() {
        Export queued = storedQueued();

        Export taken = take(NOW).orElseThrow();

        assertThat(taken.status()).isEqualTo(ExportStatus.RUNNING);
        assertThat(taken.attempts()).isEqualTo(1);
        assertThat(taken.version()).isEqualTo(2);
        assertThat(taken.times().startedAt()).isEqualTo(NOW);
        assertThat(taken.times().dueAt()).isEqualTo(NOW.plus(POLICY.lease()));
        assertThat(List.of(taken.owner(), taken.project(), taken.format()))
                .isEqualTo(List.of(queued.owner(), queued.project(), queued.format()));
        assertThat(found(taken)).isEqualTo(taken);
    }

    @Test
    default void exportIsNotTakenBeforeItIsDue() {
        storedQueued(NOW);

        assertThat(take(NOW.minusMillis(1))).isEmpty();
        assertThat(take(NOW)).isPresent();
    }

    @Test
    default void takenExportIsTakenAgainWhenTheLeaseHasEnded() {
        Export first = storedRunning();
        Instant leaseEnd = NOW.plus(POLICY.lease());

        assertThat(take(leaseEnd.minusMillis(1))).isEmpty();
        Export second = take(leaseEnd).orElseThrow();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.attempts()).isEqualTo(2);
        assertThat(second.times().startedAt()).isEqualTo(NOW);
    }

    @Test
    default void progressProlongsTheLease() {
        Export running = updated(storedRunning().progressed(40, NOW.plusSeconds(100)));

        assertThat(found(running)).isEqualTo(running);
        assertThat(take(NOW.plusSeconds(99))).isEmpty();
        Export again = take(NOW.plusSeconds(100)).orElseThrow();
        assertThat(again.progress()).isZero();
    }

    @Test
    default void whoWasOvertakenChangesNothing() {
        Export overtaken = storedRunning();
        Export current = take(NOW.plus(POLICY.lease())).orElseThrow();

        assertThatThrownBy(() -> updated(overtaken.progressed(50, NOW.plusSeconds(1000))))
                .isInstanceOfSatisfying(
                        PreconditionFailed.class,
                        stale -> assertThat(stale.code()).isEqualTo(SharedError.STALE_VERSION));
        assertThat(found(current)).isEqualTo(current);
    }

    @Test
    default void updateOfAnUnknownExportIsRefused() {
        Export running = storedRunning();
        removeAllExports();

        assertThatThrownBy(() -> updated(running.progressed(1, NOW))).isInstanceOf(PreconditionFailed.class);
    }

    @Test
    default void failedExportIsTakenAgainAfterItsPause() {
        Export failed = updated(storedRunning().failed(NOW, POLICY));

        assertThat(found(failed)).isEqualTo(failed);
        assertThat(take(NOW.plus(POLICY.pause()).minusMillis(1))).isEmpty();
        assertThat(take(NOW.plus(POLICY.pause()))).map(Export::attempts).contains(2);
    }

    @Test
    default void takeInAUnitThatFailsTakesNothing() {
        storedQueued();

        assertThatThrownBy(() -> write(() -> {
                    assertThat(exports().take(NOW, NOW.plusSeconds(1))).isPresent();
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(take(NOW)).map(Export::attempts).contains(1);
    }

    @Test
    default void noExportIsTakenTwiceByThoseWhoTakeTogether() {
        List<ExportId> queued =
                IntStream.range(0, 40).mapToObj(i -> storedQueued().id()).toList();

        // Those that another is taking are passed over, so there may be more although none is given.
        List<ExportId> taken = Race.values(Race.of(
                        20,
                        thread -> IntStream.range(0, 10)
                                .mapToObj(i -> take(NOW))
                                .flatMap(Optional::stream)
                                .map(Export::id)
                                .toList()))
                .stream()
                .flatMap(Collection::stream)
                .toList();

        assertThat(taken).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(queued);
    }
}
