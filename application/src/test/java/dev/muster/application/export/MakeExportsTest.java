package dev.muster.application.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.document.DocumentText;
import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportFault;
import dev.muster.domain.export.ExportFormats;
import dev.muster.domain.export.ExportStatus;
import dev.muster.domain.export.ExportedFile;
import dev.muster.domain.export.ManifestEntry;
import dev.muster.domain.project.Project;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.task.Task;
import dev.muster.testkit.export.PlainFormats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class MakeExportsTest {

    private final ExportStage stage = new ExportStage();

    @Test
    void madeExportHasItsFileAndItsManifest() throws IOException {
        Export export = stage.requested(stage.project(3));

        stage.make();

        Export made = stage.found(export);
        assertThat(made.status()).isEqualTo(ExportStatus.SUCCEEDED);
        assertThat(made.progress()).isEqualTo(100);
        assertThat(made.times().expiresAt()).isEqualTo(stage.stamps.now().plus(ExportStage.POLICY.kept()));
        ExportedFile file = made.file();
        byte[] bytes = stage.downloadExport
                .download(stage.ann, export.id())
                .open(0, Long.MAX_VALUE)
                .readAllBytes();
        assertThat(bytes).asString(UTF_8).contains("Task 1\nTask 2\nTask 3\nPlan\nof it all\n");
        assertThat(file.whole().bytes()).isEqualTo(bytes.length);
        assertThat(file.manifest())
                .containsExactly(new ManifestEntry(
                        "project.md", bytes.length, file.whole().sha256()));
    }

    @Test
    void everythingDueIsMadeOldestFirst() {
        List<Export> exports = new ArrayList<>();
        for (int tasks : new int[] {3, 1, 2}) {
            exports.add(stage.requested(stage.project(tasks)));
            stage.ports.clock.advance(Duration.ofSeconds(1));
        }
        List<String> told = new ArrayList<>();

        stage.making(interfering(task -> told.add(task.details().title().value())))
                .make();

        assertThat(told).containsExactly("Task 1", "Task 2", "Task 3", "Task 1", "Task 1", "Task 2");
        assertThat(exports)
                .allSatisfy(export -> assertThat(stage.found(export).status()).isEqualTo(ExportStatus.SUCCEEDED));
    }

    @Test
    void progressIsSeenAndTheLeaseIsProlongedWhileItIsMade() {
        Export export = stage.requested(stage.project(10));
        var seen = new AtomicInteger();
        stage.making(interfering(task -> {
                    if (task.details().title().value().equals("Task 6")) {
                        Export later = awaitProgress(export);
                        seen.set(later.progress());
                    }
                }))
                .make();

        assertThat(seen.get()).isBetween(40, 60);
        assertThat(stage.found(export).status()).isEqualTo(ExportStatus.SUCCEEDED);
    }

    @Test
    void failedAttemptIsTriedAgainAndGivenUpAfterTheThird() {
        Export export = stage.requested(stage.project(1));
        MakeExports failing = stage.making(interfering(task -> {
            throw new UncheckedIOException(new IOException("no space left"));
        }));

        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(stage.found(export).status()).isEqualTo(ExportStatus.QUEUED);
            assertThatThrownBy(failing::make).isInstanceOf(UncheckedIOException.class);
            assertThat(stage.found(export).attempts()).isEqualTo(attempt);
            stage.ports.clock.advance(ExportStage.POLICY.pause());
        }

        Export failed = stage.found(export);
        assertThat(failed.status()).isEqualTo(ExportStatus.FAILED);
        assertThat(failed.fault()).isEqualTo(ExportFault.NOT_MADE);
        assertThat(stage.ports.exportFiles.findAfter(null, 10)).isEmpty();
    }

    @Test
    void oneThatFailsKeepsNoOtherFromBeingMade() {
        Project project = stage.project(1);
        Export first = stage.requested(project);
        Export second = stage.requested(project);
        var attempts = new AtomicInteger();

        assertThatThrownBy(() -> stage.making(interfering(task -> {
                            if (attempts.incrementAndGet() == 1) {
                                throw new UncheckedIOException(new IOException("once"));
                            }
                        }))
                        .make())
                .isInstanceOf(UncheckedIOException.class);

        assertThat(stage.found(first).status()).isEqualTo(ExportStatus.QUEUED);
        assertThat(stage.found(second).status()).isEqualTo(ExportStatus.SUCCEEDED);
    }

    @Test
    void exportThatWasCutOffIsTakenUpAndMadeAnew() {
        Export export = stage.requested(stage.project(2));
        takeAndDie();

        stage.make();
        assertThat(stage.found(export).status()).as("before the lease ends").isEqualTo(ExportStatus.RUNNING);
        stage.ports.clock.advance(ExportStage.POLICY.lease());
        stage.make();

        Export made = stage.found(export);
        assertThat(made.status()).isEqualTo(ExportStatus.SUCCEEDED);
        assertThat(made.attempts()).isEqualTo(2);
        assertThat(stage.ports.exportFiles.findAfter(null, 10)).containsExactly(made.fileName());
    }

    @Test
    void exportThatIsCutOffEveryTimeIsGivenUp() {
        Export export = stage.requested(stage.project(2));
        for (int attempt = 1; attempt <= 3; attempt++) {
            takeAndDie();
            stage.ports.clock.advance(ExportStage.POLICY.lease());
        }

        stage.make();

        Export failed = stage.found(export);
        assertThat(failed.status()).isEqualTo(ExportStatus.FAILED);
        assertThat(failed.fault()).isEqualTo(ExportFault.CUT_OFF);
    }

    @Test
    void whoIsOvertakenLeavesTheExportToTheOther() {
        Export export = stage.requested(stage.project(2));
        stage.making(interfering(task -> {
                    if (task.details().title().value().equals("Task 1")) {
                        inAnotherThread(() -> {
                            takeAndDie(stage.stamps
                                    .now()
                                    .plus(ExportStage.POLICY.lease().multipliedBy(10)));
                        });
                    }
                }))
                .make();

        Export current = stage.found(export);
        assertThat(current.status()).isEqualTo(ExportStatus.RUNNING);
        assertThat(current.attempts()).isEqualTo(2);
    }

    @Test
    void exportOfADeletedProjectIsGivenUp() {
        Project project = stage.project(1);
        Export export = stage.requested(project);
        stage.ports.unitOfWork.write(stage.ann.asActor(), () -> {
            stage.ports.projects.update(project.deleted(stage.stamps.now()));
            return project;
        });

        stage.make();

        assertThat(stage.found(export).fault()).isEqualTo(ExportFault.PROJECT_DELETED);
    }

    @Test
    void stopInTheMidstLaysTheExportAsideWithoutCountingTheAttempt() {
        Export export = stage.requested(stage.project(2));

        stage.making(interfering(task -> Thread.currentThread().interrupt())).make();

        assertThat(Thread.interrupted()).isTrue();
        Export aside = stage.found(export);
        assertThat(aside.status()).isEqualTo(ExportStatus.QUEUED);
        assertThat(aside.attempts()).isZero();
        assertThat(stage.ports.exportFiles.findAfter(null, 10)).isEmpty();
        stage.make();
        assertThat(stage.found(export).status()).isEqualTo(ExportStatus.SUCCEEDED);
    }

    @Test
    void whoStopsLeavesTheFileOfTheNextAttemptAloneEvenIfThatIsMadeElsewhereAtOnce() {
        Export export = stage.requested(stage.project(1));
        var files = new ObservedFiles(stage.ports.exportFiles, name -> inAnotherThread(stage::make));

        stage.making(interfering(task -> Thread.currentThread().interrupt()), files)
                .make();

        assertThat(Thread.interrupted()).isTrue();
        stage.make();
        assertThat(stage.downloadExport.download(stage.ann, export.id()).file().bytes())
                .isPositive();
    }

    @Test
    void stoppedServerBeginsNoFurtherExport() {
        Export export = stage.requested(stage.project(1));
        Thread.currentThread().interrupt();

        stage.make();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(stage.found(export).attempts()).isZero();
    }

    private void takeAndDie() {
        takeAndDie(stage.stamps.now());
    }

    private void takeAndDie(Instant now) {
        stage.ports.unitOfWork.writeOne(
                Actor.SYSTEM,
                () -> stage.ports
                        .exports
                        .take(now, now.plus(ExportStage.POLICY.lease()))
                        .orElseThrow());
    }

    private Export awaitProgress(Export export) {
        long end = System.nanoTime() + 20_000_000_000L;
        Export now = seenElsewhere(export);
        while (now.progress() == 0) {
            assertThat(System.nanoTime()).isLessThan(end);
            now = seenElsewhere(export);
        }
        return now;
    }

    /** Who writes is inside a unit of work of the owner's. */
    private Export seenElsewhere(Export export) {
        var seen = new AtomicReference<Export>();
        inAnotherThread(() -> seen.set(stage.found(export)));
        return seen.get();
    }

    private static void inAnotherThread(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    /** Does something before each task is written. */
    private static ExportFormats interfering(Consumer<Task> interference) {
        return (project, frame) -> {
            ExportFormats.Writing writing = new PlainFormats().begin(project, frame);
            return new ExportFormats.Writing() {
                @Override
                public void task(Task task) {
                    interference.accept(task);
                    writing.task(task);
                }

                @Override
                public void document(DocumentText document) {
                    writing.document(document);
                }

                @Override
                public List<ManifestEntry> finish() {
                    return writing.finish();
                }
            };
        };
    }
}
