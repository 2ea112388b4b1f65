package dev.muster.application.export;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.document.Document;
import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportFiles;
import dev.muster.domain.export.ExportFormat;
import dev.muster.domain.export.ExportFormats;
import dev.muster.domain.export.ExportPolicy;
import dev.muster.domain.project.Project;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.InMemoryMuster;
import dev.muster.testkit.document.DocumentFixture;
import dev.muster.testkit.export.PlainFormats;
import dev.muster.testkit.project.ProjectFixture;
import dev.muster.testkit.task.TaskFixture;
import java.time.Duration;
import java.util.List;

/** The use cases of exports over ports in memory, for one test. */
final class ExportStage {

    /** With signs of life that a test can wait for. */
    static final ExportPolicy POLICY = new ExportPolicy(
            5, 7, 3, Duration.ofMillis(300), Duration.ofSeconds(5), Duration.ofHours(24), Duration.ofDays(30));

    final InMemoryMuster ports = new InMemoryMuster();
    final Stamps stamps = new Stamps(ports.ids, ports.clock);
    final UserId ann = new UserId(ports.ids.next());
    final UserId bob = new UserId(ports.ids.next());
    final ExportQueries queries = new ExportQueries(ports.unitOfWork, ports.exports);
    final DownloadExport downloadExport = new DownloadExport(queries, ports.exportFiles, stamps);
    final RequestExport requestExport = new RequestExport(ports.unitOfWork, ports.exports, POLICY, stamps);
    final ExpireExports expireExports =
            new ExpireExports(ports.unitOfWork, ports.exports, ports.exportFiles, POLICY, stamps);

    MakeExports making(ExportFormats formats) {
        return making(formats, ports.exportFiles);
    }

    MakeExports making(ExportFormats formats, ExportFiles files) {
        var contents = new ExportContents(ports.unitOfWork, ports.projects, ports.taskDirectory, ports.documents);
        var write = new WriteExport(contents, formats, files, stamps);
        return new MakeExports(ports.unitOfWork, ports.exports, write, POLICY, stamps);
    }

    void make() {
        making(new PlainFormats()).make();
    }

    /** A project of Ann's with tasks and one document. */
    Project project(int tasks) {
        Project project = ProjectFixture.aProject(ann).build();
        ports.unitOfWork.write(ann.asActor(), () -> {
            ports.projects.insert(project);
            for (int number = 1; number <= tasks; number++) {
                ports.tasks.insert(TaskFixture.aTask(ann)
                        .title("Task " + number)
                        .in(project, number)
                        .build());
            }
            var text = DocumentFixture.aDocument(project)
                    .title("Plan")
                    .content("of it all")
                    .build();
            ports.documents.insert(text.document(), text.content(), Document.MAX_IN_PROJECT);
            return project;
        });
        return project;
    }

    Export requested(Project project) {
        return requestExport.request(ann, project.id(), ExportFormat.MARKDOWN);
    }

    Export found(Export export) {
        return ports.unitOfWork
                .read(Actor.SYSTEM, () -> ports.exports.findAll(List.of(export.id())))
                .getFirst();
    }
}
