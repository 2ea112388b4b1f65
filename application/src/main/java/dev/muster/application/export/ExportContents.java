package dev.muster.application.export;

import dev.muster.domain.document.Documents;
import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportFormats.Writing;
import dev.muster.domain.project.Project;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.TaskDirectory;
import dev.muster.domain.task.TaskFilter;
import java.util.Optional;
import java.util.function.IntConsumer;

/** What an export tells: a project, its tasks and its documents, read on the owner's behalf, some at a time. */
public record ExportContents(UnitOfWork unitOfWork, Projects projects, TaskDirectory tasks, Documents documents) {

    /** Tells the time of the greatest part alone: the end is reached when everything is stored. */
    private static final int ALMOST = 99;

    Optional<Project> findProject(Export export) {
        return unitOfWork.read(export.owner().asActor(), () -> projects.find(export.owner(), export.project()));
    }

    /** @param progress is told how much is done, in percent, after every task and document */
    void writeTo(Writing writing, Export export, IntConsumer progress) {
        long all = Math.max(1, count(export));
        var written = new Counter(all, progress);
        unitOfWork.read(export.owner().asActor(), () -> {
            tasks.forEach(export.owner(), export.project(), task -> {
                writing.task(task);
                written.another();
            });
            return export;
        });
        unitOfWork.read(export.owner().asActor(), () -> {
            documents.forEachLatest(export.owner(), export.project(), document -> {
                writing.document(document);
                written.another();
            });
            return export;
        });
    }

    private long count(Export export) {
        return unitOfWork.read(
                export.owner().asActor(),
                () -> tasks.count(export.owner(), TaskFilter.ofProject(export.project()))
                        + documents.count(export.owner(), export.project()));
    }

    private static final class Counter {

        private final long all;
        private final IntConsumer progress;
        private long written;

        private Counter(long all, IntConsumer progress) {
            this.all = all;
            this.progress = progress;
        }

        /** There may be more than were counted. */
        private void another() {
            written++;
            progress.accept((int) Math.min(ALMOST, written * ALMOST / all));
        }
    }
}
