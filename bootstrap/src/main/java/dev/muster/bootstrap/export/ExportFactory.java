package dev.muster.bootstrap.export;

import dev.muster.application.export.DownloadExport;
import dev.muster.application.export.ExpireExports;
import dev.muster.application.export.ExportContents;
import dev.muster.application.export.ExportQueries;
import dev.muster.application.export.MakeExports;
import dev.muster.application.export.RequestExport;
import dev.muster.application.export.WriteExport;
import dev.muster.application.shared.Stamps;
import dev.muster.bootstrap.settings.Settings;
import dev.muster.domain.document.Documents;
import dev.muster.domain.export.ExportFiles;
import dev.muster.domain.export.ExportFormats;
import dev.muster.domain.export.ExportPolicy;
import dev.muster.domain.export.Exports;
import dev.muster.domain.job.Job;
import dev.muster.domain.job.Schedule;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.TaskDirectory;
import dev.muster.files.export.ExportFolder;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

@Factory
final class ExportFactory {

    private static final String FOLDER = "exports";
    private static final String MAKE = "make-exports";
    private static final String EXPIRE = "expire-exports";

    @Singleton
    ExportFolder exportFolder(Settings settings) {
        return new ExportFolder(settings.dataFolder().resolve(FOLDER));
    }

    @Singleton
    ExportPolicy exportPolicy() {
        return ExportPolicy.DEFAULT;
    }

    @Singleton
    ExportQueries exportQueries(UnitOfWork unitOfWork, Exports exports) {
        return new ExportQueries(unitOfWork, exports);
    }

    @Singleton
    RequestExport requestExport(UnitOfWork unitOfWork, Exports exports, ExportPolicy policy, Stamps stamps) {
        return new RequestExport(unitOfWork, exports, policy, stamps);
    }

    @Singleton
    DownloadExport downloadExport(ExportQueries queries, ExportFiles files, Stamps stamps) {
        return new DownloadExport(queries, files, stamps);
    }

    @Singleton
    ExportContents exportContents(UnitOfWork unitOfWork, Projects projects, TaskDirectory tasks, Documents documents) {
        return new ExportContents(unitOfWork, projects, tasks, documents);
    }

    @Singleton
    WriteExport writeExport(ExportContents contents, ExportFormats formats, ExportFiles files, Stamps stamps) {
        return new WriteExport(contents, formats, files, stamps);
    }

    @Singleton
    MakeExports makeExports(
            UnitOfWork unitOfWork, Exports exports, WriteExport writeExport, ExportPolicy policy, Stamps stamps) {
        return new MakeExports(unitOfWork, exports, writeExport, policy, stamps);
    }

    @Singleton
    @Named(MAKE)
    Job making(MakeExports makeExports) {
        return new Job(MAKE, new Schedule.Every(Duration.ofSeconds(1)), makeExports::make);
    }

    @Singleton
    ExpireExports expireExports(
            UnitOfWork unitOfWork, Exports exports, ExportFiles files, ExportPolicy policy, Stamps stamps) {
        return new ExpireExports(unitOfWork, exports, files, policy, stamps);
    }

    @Singleton
    @Named(EXPIRE)
    Job expiring(ExpireExports expireExports) {
        return new Job(EXPIRE, new Schedule.Every(Duration.ofHours(1)), expireExports::expire);
    }
}
