package dev.muster.formats.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.domain.document.DocumentText;
import dev.muster.domain.export.ExportFiles.Scratch;
import dev.muster.domain.export.ExportFormats.Frame;
import dev.muster.domain.export.ManifestEntry;
import dev.muster.domain.project.Project;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything for people to read, as CommonMark: the tasks by their status, for which they are put aside, then the documents. */
final class MarkdownWriting extends FailingWriting {

    /** In the order in which they matter to who reads. */
    private static final Map<TaskStatus, String> TITLES = titles();

    private final OutputStream target;
    private final Map<TaskStatus, Scratch> sections = new EnumMap<>(TaskStatus.class);
    private final Frame frame;
    private boolean tasksWritten;

    MarkdownWriting(Project project, Frame frame) throws IOException {
        this.frame = frame;
        this.target = frame.target();
        print(target, MarkdownText.of(project, frame.at()));
    }

    @Override
    void write(Task task) throws IOException {
        Scratch section = sections.computeIfAbsent(
                task.details().status(), status -> frame.scratches().get());
        print(section.out(), MarkdownText.of(task));
    }

    @Override
    void write(DocumentText document) throws IOException {
        writeTasks();
        print(target, MarkdownText.of(document));
    }

    @Override
    List<ManifestEntry> end() throws IOException {
        writeTasks();
        target.flush();
        return List.of();
    }

    private void writeTasks() throws IOException {
        if (tasksWritten) {
            return;
        }
        tasksWritten = true;
        for (Map.Entry<TaskStatus, String> title : TITLES.entrySet()) {
            Scratch section = sections.get(title.getKey());
            if (section != null) {
                print(target, "\n## " + title.getValue() + "\n");
                section.copyTo(target);
            }
        }
    }

    private static void print(OutputStream target, String text) throws IOException {
        target.write(text.getBytes(UTF_8));
    }

    private static Map<TaskStatus, String> titles() {
        Map<TaskStatus, String> titles = new LinkedHashMap<>();
        titles.put(TaskStatus.IN_PROGRESS, "In progress");
        titles.put(TaskStatus.PENDING, "Pending");
        titles.put(TaskStatus.COMPLETED, "Completed");
        titles.put(TaskStatus.CANCELLED, "Cancelled");
        return titles;
    }
}
