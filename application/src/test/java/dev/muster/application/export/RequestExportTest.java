package dev.muster.application.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportError;
import dev.muster.domain.export.ExportStatus;
import dev.muster.domain.project.Project;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.PageRequest;
import dev.muster.testkit.shared.Race;
import org.junit.jupiter.api.Test;

final class RequestExportTest {

    private final ExportStage stage = new ExportStage();
    private final Project project = stage.project(1);

    @Test
    void exportIsQueuedAndFoundByItsOwnerAlone() {
        Export export = stage.requested(project);

        assertThat(stage.queries.require(stage.ann, export.id())).isEqualTo(export);
        assertThat(export.status()).isEqualTo(ExportStatus.QUEUED);
        assertThatThrownBy(() -> stage.queries.require(stage.bob, export.id()))
                .isInstanceOfSatisfying(
                        NotFound.class, none -> assertThat(none.code()).isEqualTo(ExportError.EXPORT_NOT_FOUND));
    }

    @Test
    void noMoreThanFiveWaitHoweverManyAskAtOnce() {
        var outcomes = Race.of(20, thread -> stage.requested(project));

        assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(5);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(refused -> assertThat(refused.failure())
                        .isInstanceOfSatisfying(
                                Conflict.class,
                                conflict -> assertThat(conflict.code()).isEqualTo(ExportError.TOO_MANY_EXPORTS)));
        stage.make();
        assertThat(stage.requested(project).status()).isEqualTo(ExportStatus.QUEUED);
    }

    @Test
    void filesThatAreKeptAreBoundedUntilTheyExpire() {
        for (int made = 0; made < ExportStage.POLICY.maxKept(); made++) {
            stage.requested(project);
            stage.make();
        }

        assertThatThrownBy(() -> stage.requested(project))
                .isInstanceOfSatisfying(
                        Conflict.class, full -> assertThat(full.code()).isEqualTo(ExportError.TOO_MANY_EXPORTS));
    }

    @Test
    void exportsOfAProjectAreListedAndCounted() {
        Export first = stage.requested(project);
        Export second = stage.requested(project);
        stage.requested(stage.project(1));

        assertThat(stage.queries
                        .findPage(stage.ann, project.id(), new PageRequest<>(1, null))
                        .items())
                .containsAnyOf(first, second);
        assertThat(stage.queries.count(stage.ann, project.id())).isEqualTo(2);
        assertThat(stage.queries.count(stage.bob, project.id())).isZero();
    }
}
