package dev.muster.web.export;

import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportFormat;
import dev.muster.domain.export.ExportPolicy;
import dev.muster.domain.export.ExportStatus;
import dev.muster.domain.export.ExportedFile;
import dev.muster.domain.export.MeasuredOutput;
import dev.muster.domain.project.Project;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.InMemoryMuster;
import dev.muster.testkit.export.ExportFixture;
import dev.muster.testkit.project.ProjectFixture;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Puts projects and exports into the stores behind a server. */
record ExportTestFiles(RunningMuster muster) {

    Project project(Person owner) {
        Project project =
                ProjectFixture.aProject(new UserId(UUID.fromString(owner.id()))).build();
        memory().unitOfWork.write(project.owner().asActor(), () -> {
            memory().projects.insert(project);
            return project;
        });
        return project;
    }

    /** An export that was made, with this file. */
    Export made(Person owner, ExportFormat format, byte[] bytes) {
        Project project = project(owner);
        Instant now = memory().clock.instant();
        Export queued = Export.queued(ExportFixture.nextId(), project.owner(), project.id(), format, now);
        memory().unitOfWork
                .write(project.owner().asActor(), () -> memory().exports.insert(queued, 1000, 1000));
        Export running = begun(queued);
        Export made = running.succeeded(file(running, bytes), now, ExportPolicy.DEFAULT);
        memory().unitOfWork.writeOne(Actor.SYSTEM, () -> {
            memory().exports.update(made);
            return made;
        });
        return made;
    }

    /** Not by taking it, as that might be another one. */
    private static Export begun(Export queued) {
        return new Export(
                queued.id(),
                queued.owner(),
                queued.project(),
                queued.format(),
                ExportStatus.RUNNING,
                0,
                1,
                null,
                null,
                queued.times(),
                queued.version());
    }

    private ExportedFile file(Export export, byte[] bytes) {
        try (var draft = memory().exportFiles.begin(export.fileName())) {
            var measured = new MeasuredOutput(draft.out());
            measured.write(bytes, 0, bytes.length);
            draft.keep();
            var whole = measured.entry(export.fileName().value());
            return new ExportedFile(whole, List.of(whole));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private InMemoryMuster memory() {
        return muster.memory;
    }
}
