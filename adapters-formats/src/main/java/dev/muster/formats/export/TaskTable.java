package dev.muster.formats.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.muster.domain.task.DueTime;
import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDescription;
import dev.muster.domain.task.TaskDetails;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tasks as a table (RFC 4180), a line of names first. Several values of one cell stand after each other with semicolons. */
final class TaskTable {

    private static final List<String> NAMES = List.of(
            "id",
            "key",
            "project_id",
            "parent_id",
            "title",
            "description",
            "status",
            "priority",
            "story_points",
            "labels",
            "due_at",
            "blocked",
            "blocked_by",
            "created_at",
            "updated_at",
            "completed_at",
            "deleted_at",
            "version");

    private static final String BETWEEN = "; ";

    /**
     * What spreadsheets take for the beginning of a formula (OWASP, CSV Injection), in the wide forms of East Asia too, which
     * some of them read as the narrow ones.
     */
    private static final String BEGINS_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private final CsvWriter csv;

    /** @param target stays open */
    TaskTable(OutputStream target) {
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(target, StandardCharsets.UTF_8));
        csv.writeRecord(NAMES);
    }

    void add(Task task) {
        TaskDetails details = task.details();
        csv.writeRecord(cells(
                task.id(),
                task.key(),
                details.place().project(),
                details.place().parent(),
                details.title().value(),
                Shown.text(details.description(), TaskDescription::value),
                Shown.name(details.status()),
                Shown.name(details.priority()),
                Shown.text(details.storyPoints(), StoryPoints::value),
                String.join(BETWEEN, details.labels().values()),
                Shown.text(details.dueAt(), DueTime::value),
                task.isBlocked(),
                task.blockers().tasks().stream().map(Object::toString).collect(Collectors.joining(BETWEEN)),
                task.createdAt(),
                task.updatedAt(),
                task.completedAt(),
                task.deletedAt(),
                task.version()));
    }

    /** Hands everything on to the target. */
    void finish() throws IOException {
        csv.flush();
    }

    private static List<String> cells(@Nullable Object... values) {
        return Arrays.stream(values)
                .map(value -> value == null ? "" : harmless(value.toString()))
                .toList();
    }

    /** A text that no spreadsheet takes for a formula: with an apostrophe before it, where it could be one. */
    static String harmless(String text) {
        return !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
