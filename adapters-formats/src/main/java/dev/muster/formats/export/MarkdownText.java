package dev.muster.formats.export;

import dev.muster.domain.document.DocumentText;
import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectDetails;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDescription;
import dev.muster.domain.task.TaskDetails;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Things in CommonMark. What is one line in Muster is shown as it is, whatever it means there; longer texts are taken as CommonMark. */
final class MarkdownText {

    private MarkdownText() {}

    static String of(Project project, Instant at) {
        ProjectDetails details = project.details();
        var text = new StringBuilder();
        text.append("# ")
                .append(plain(details.key() + " " + details.name().value()))
                .append("\n\n");
        item(text, "Status", Shown.name(details.status()));
        item(text, "Language", details.language());
        item(text, "Exported", at.toString());
        String description = details.description();
        if (description != null && !description.isBlank()) {
            text.append('\n').append(quoted(description)).append('\n');
        }
        return text.toString();
    }

    static String of(Task task) {
        TaskDetails details = task.details();
        TaskDescription description = details.description();
        var text = new StringBuilder("\n### ");
        if (task.key() != null) {
            text.append(task.key()).append(' ');
        }
        text.append(plain(details.title().value())).append("\n\n");
        item(text, "Priority", Shown.name(details.priority()));
        item(text, "Story points", Shown.text(details.storyPoints(), points -> points.value()));
        item(text, "Labels", String.join(", ", details.labels().values()));
        item(text, "Due", Shown.text(details.dueAt(), due -> due.value()));
        item(text, "Completed", Shown.text(task.completedAt()));
        item(
                text,
                "Blocked by",
                task.blockers().tasks().stream().map(Object::toString).collect(Collectors.joining(", ")));
        if (description != null && !description.value().isBlank()) {
            text.append('\n').append(quoted(description.value())).append('\n');
        }
        return text.toString();
    }

    static String of(DocumentText document) {
        return "\n---\n\n# " + plain(document.document().title().value()) + "\n\n"
                + document.content().text().stripTrailing() + "\n";
    }

    private static void item(StringBuilder text, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            text.append("- ").append(name).append(": ").append(plain(value)).append('\n');
        }
    }

    /** So that neither a heading in a description, nor a block of code that is not closed, is taken for what comes after. */
    private static String quoted(String description) {
        return description
                .strip()
                .lines()
                .map(line -> ("> " + line).stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    /** The text itself (CommonMark, section 2.4): no character of it means anything. */
    static String plain(String line) {
        return line.replaceAll("[\\\\`*_{}\\[\\]<>()#!|~&]", "\\\\$0");
    }
}
