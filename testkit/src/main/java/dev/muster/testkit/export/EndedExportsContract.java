package dev.muster.testkit.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The part of the {@link ExportsContract} that is about exports that were made or given up. */
public interface EndedExportsContract extends ExportStage {

    /** When every lease has ended. */
    Instant MUCH_LATER = NOW.plus(Duration.ofDays(100));

    @Test
    default void madeExportKeepsItsFileAndIsNeverTakenAgain() {
        Export made = storedSucceeded(NOW);

        assertThat(found(made)).isEqualTo(made);
        assertThat(take(MUCH_LATER)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    default void givenUpExportKeepsItsReasonAndIsNeverTakenAgain(ExportFault fault) {
        Export failed = updated(updated(storedRunning().progressed(7, NOW)).givenUp(fault, NOW));

        assertThat(found(failed)).isEqualTo(failed);
        assertThat(take(MUCH_LATER)).isEmpty();
    }

    @Test
    default void findExpiredFindsFilesWhoseTimeIsOverTheLongestFirst() {
        Export second = storedSucceeded(NOW.plusSeconds(1));
        Export first = storedSucceeded(NOW);
        storedSucceeded(NOW.plusSeconds(2));
        storedQueued();
        Instant now = NOW.plusSeconds(1).plus(POLICY.kept());

        assertThat(expired(now, 100)).containsExactly(first, second);
        assertThat(expired(now, 1)).containsExactly(first);
        assertThat(expired(NOW.plus(POLICY.kept()).minusMillis(1), 100)).isEmpty();
    }

    @Test
    default void expiredExportIsNotFoundAsExpiredAgain() {
        Export gone = updated(storedSucceeded(NOW).expired());

        assertThat(found(gone)).isEqualTo(gone);
        assertThat(expired(MUCH_LATER, 100)).isEmpty();
    }

    @Test
    default void removeEndedRemovesWhatEndedBeforeATimeAndHasNoFile() {
        Export expired = updated(storedSucceeded(NOW).expired());
        Export failed = updated(storedRunning().givenUp(ExportFault.NOT_MADE, NOW));
        Export later = updated(storedRunning().givenUp(ExportFault.NOT_MADE, NOW.plusMillis(1)));
        Export made = storedSucceeded(NOW);
        Export queued = storedQueued();

        assertThat(byMuster(() -> exports().removeEnded(NOW))).isZero();
        assertThat(byMuster(() -> exports().removeEnded(NOW.plusMillis(1)))).isEqualTo(2);
        assertThat(find(expired.owner(), expired.id())).isEmpty();
        assertThat(find(failed.owner(), failed.id())).isEmpty();
        for (Export kept : List.of(later, made, queued)) {
            assertThat(found(kept)).isEqualTo(kept);
        }
    }

    private List<Export> expired(Instant now, int limit) {
        return read(() -> exports().findExpired(now, limit));
    }
}
