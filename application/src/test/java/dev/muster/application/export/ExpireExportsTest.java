package dev.muster.application.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportError;
import dev.muster.domain.export.ExportFault;
import dev.muster.domain.export.ExportFileName;
import dev.muster.domain.export.ExportFiles;
import dev.muster.domain.export.ExportFormat;
import dev.muster.domain.export.ExportId;
import dev.muster.domain.export.ExportStatus;
import dev.muster.domain.project.Project;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.ErrorCode;
import dev.muster.domain.shared.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExpireExportsTest {

    private final ExportStage stage = new ExportStage();
    private final Project project = stage.project(1);

    @Test
    void fileIsKeptUntilItsTimeIsOverAndRemovedThen() {
        Export export = made();
        stage.ports.clock.advance(ExportStage.POLICY.kept().minusMillis(1));
        stage.expireExports.expire();
        assertThat(stage.found(export).status()).isEqualTo(ExportStatus.SUCCEEDED);
        assertThat(files()).hasSize(1);

        stage.ports.clock.advance(Duration.ofMillis(1));
        assertRefused(export, ExportError.EXPORT_EXPIRED);
        stage.expireExports.expire();

        assertThat(stage.found(export).status()).isEqualTo(ExportStatus.EXPIRED);
        assertThat(files()).isEmpty();
        assertRefused(export, ExportError.EXPORT_EXPIRED);
    }

    @Test
    void exportThatIsChangedMeanwhileKeepsNoOtherFromExpiring() {
        List<Export> made = List.of(made(), made(), made());
        stage.ports.clock.advance(ExportStage.POLICY.kept());
        var files = new ObservedFiles(stage.ports.exportFiles, name -> {
            if (name.equals(stage.found(made.get(0)).fileName())) {
                changedElsewhere(stage.found(made.get(1)).expired());
            }
        });

        expiring(files).expire();

        assertThat(made)
                .allSatisfy(export -> assertThat(stage.found(export).status()).isEqualTo(ExportStatus.EXPIRED));
        assertThat(files()).isEmpty();
    }

    @Test
    void fileThatCantBeRemovedKeepsNothingElseFromBeingClearedAway() {
        Export stubborn = stage.found(made());
        Export other = made();
        stage.ports.clock.advance(ExportStage.POLICY.remembered().plusSeconds(1));
        var files = new ObservedFiles(stage.ports.exportFiles, name -> {
            if (name.equals(stubborn.fileName())) {
                throw new UncheckedIOException(new IOException("not permitted"));
            }
        });

        assertThatThrownBy(() -> expiring(files).expire()).isInstanceOf(UncheckedIOException.class);

        assertThat(files()).containsExactly(stubborn.fileName());
        assertThat(stage.ports.unitOfWork.read(
                        Actor.SYSTEM, () -> stage.ports.exports.findAll(List.of(stubborn.id(), other.id()))))
                .isEmpty();
    }

    @Test
    void fileOfADeletedProjectIsSweptAway() {
        made();
        stage.ports.unitOfWork.write(stage.ann.asActor(), () -> {
            stage.ports.projects.update(project.deleted(stage.stamps.now()));
            return project;
        });

        stage.expireExports.expire();

        assertThat(files()).isEmpty();
    }

    @Test
    void filesThatNobodyKnowsOfAreSweptAwayHoweverManyThereAre() {
        Export export = made();
        for (int i = 0; i < 250; i++) {
            keep(new ExportFileName(new ExportId(stage.ports.ids.next()), 1, ExportFormat.ZIP));
        }

        stage.expireExports.expire();

        assertThat(files()).containsExactly(stage.found(export).fileName());
    }

    @Test
    void fileOfAnEarlierAttemptIsSweptAwayAndThatOfTheOneUnderWayIsNot() {
        stage.requested(project);
        Export running = stage.ports.unitOfWork.writeOne(
                Actor.SYSTEM,
                () -> stage.ports
                        .exports
                        .take(stage.stamps.now(), stage.stamps.now().plusSeconds(60))
                        .orElseThrow());
        keep(running.fileName());
        keep(new ExportFileName(running.id(), 2, running.format()));

        stage.expireExports.expire();

        assertThat(files()).containsExactly(running.fileName());
    }

    @Test
    void exportsThatEndedLongAgoAreForgotten() {
        Export export = made();
        stage.ports.clock.advance(ExportStage.POLICY.remembered().plusSeconds(1));

        stage.expireExports.expire();

        assertThat(stage.ports.unitOfWork.read(Actor.SYSTEM, () -> stage.ports.exports.findAll(List.of(export.id()))))
                .isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void onlyAMadeExportCanBeDownloadedAndByItsOwnerAlone() {
        Export export = stage.requested(project);
        assertRefused(export, ExportError.EXPORT_NOT_READY);
        stage.make();

        assertThat(stage.downloadExport.download(stage.ann, export.id()).file().bytes())
                .isPositive();
        assertThatThrownBy(() -> stage.downloadExport.download(stage.bob, export.id()))
                .isInstanceOfSatisfying(
                        Failure.class, none -> assertThat(none.code()).isEqualTo(ExportError.EXPORT_NOT_FOUND));
    }

    @Test
    void fileThatIsRemovedBeforeItIsOpenedHasExpired() {
        Export export = made();
        var download = stage.downloadExport.download(stage.ann, export.id());
        stage.ports.exportFiles.delete(stage.found(export).fileName());

        assertThatThrownBy(() -> download.open(0, 1))
                .isInstanceOfSatisfying(
                        Failure.class, gone -> assertThat(gone.code()).isEqualTo(ExportError.EXPORT_EXPIRED));
    }

    @Test
    void fileThatWasRemovedOrDamagedByOthersHasExpired() {
        Export removed = made();
        stage.ports.exportFiles.delete(stage.found(removed).fileName());
        Export shortened = made();
        keep(stage.found(shortened).fileName());

        assertRefused(removed, ExportError.EXPORT_EXPIRED);
        assertRefused(shortened, ExportError.EXPORT_EXPIRED);
    }

    @Test
    void givenUpExportCantBeDownloaded() {
        Export export = stage.requested(project);
        stage.ports.unitOfWork.write(stage.ann.asActor(), () -> {
            stage.ports.exports.update(export.givenUp(ExportFault.NOT_MADE, stage.stamps.now()));
            return export;
        });

        assertRefused(export, ExportError.EXPORT_FAILED);
    }

    /** One that expires after those that were made before. */
    private Export made() {
        stage.ports.clock.advance(Duration.ofMillis(1));
        Export export = stage.requested(project);
        stage.make();
        return export;
    }

    private ExpireExports expiring(ExportFiles files) {
        return new ExpireExports(stage.ports.unitOfWork, stage.ports.exports, files, ExportStage.POLICY, stage.stamps);
    }

    private void changedElsewhere(Export export) {
        stage.ports.unitOfWork.writeOne(Actor.SYSTEM, () -> {
            stage.ports.exports.update(export);
            return export;
        });
    }

    private void keep(ExportFileName name) {
        try (var draft = stage.ports.exportFiles.begin(name)) {
            draft.keep();
        }
    }

    private List<ExportFileName> files() {
        return stage.ports.exportFiles.findAfter(null, 1000);
    }

    private void assertRefused(Export export, ErrorCode code) {
        assertThatThrownBy(() -> stage.downloadExport.download(stage.ann, export.id()))
                .isInstanceOfSatisfying(
                        Failure.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
