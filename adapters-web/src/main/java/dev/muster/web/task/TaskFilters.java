package dev.muster.web.task;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Text;
import dev.muster.domain.task.DueTime;
import dev.muster.domain.task.Labels;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskId;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.Refusal;
import dev.muster.web.shared.Timestamps;
import dev.muster.web.shared.Uuids;
import dev.muster.web.shared.WebError;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads from a query which tasks are meant: repeated parameters widen, different ones narrow. */
final class TaskFilters {

    /** How often a parameter may be repeated. */
    static final int MAX_VALUES = 20;

    /** The project of a key that there is none of: no task is in it. */
    private static final ProjectId NO_PROJECT = new ProjectId(new UUID(0, 0));

    private final Map<String, List<String>> query;
    private final Function<ProjectKey, Optional<ProjectId>> projects;

    private TaskFilters(Map<String, List<String>> query, Function<ProjectKey, Optional<ProjectId>> projects) {
        this.query = query;
        this.projects = projects;
    }

    /**
     * Reads a filter.
     *
     * @param projects finds the project of a key
     * @throws Refusal if a parameter has a value that it can't have
     */
    static TaskFilter of(Map<String, List<String>> query, Function<ProjectKey, Optional<ProjectId>> projects) {
        var values = new TaskFilters(query, projects);
        return new TaskFilter(
                values.all("status", TaskNames.STATUS::parse),
                values.all("priority", TaskNames.PRIORITY::parse),
                values.all("label", TaskFilters::label),
                values.all("project_id", values::project),
                values.all("parent_id", TaskFilters::parent),
                values.one("due_after", TaskFilters::time),
                values.one("due_before", TaskFilters::time),
                query.containsKey("blocked") ? PageParameters.flag(query, "blocked") : null,
                values.one("q", text -> Text.line(text, 1, TaskFilter.MAX_TEXT)),
                PageParameters.flag(query, "deleted"));
    }

    private <T> Set<T> all(String parameter, Function<String, T> parse) {
        List<String> texts = query.getOrDefault(parameter, List.of());
        if (texts.size() > MAX_VALUES) {
            throw refused(parameter, "must not be repeated more than " + MAX_VALUES + " times");
        }
        Set<T> wanted = new HashSet<>();
        texts.forEach(text -> wanted.add(read(parameter, text, parse)));
        return wanted;
    }

    private <T> @Nullable T one(String parameter, Function<String, T> parse) {
        List<String> texts = query.get(parameter);
        return texts == null ? null : read(parameter, texts.getFirst(), parse);
    }

    private static <T> T read(String parameter, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (Invalid invalid) {
            throw refused(parameter, invalid.violations().getFirst().message());
        }
    }

    /** As the labels of a task are, so that what can't be stored is not looked for. */
    private static String label(String text) {
        return new Labels(List.of(text)).values().getFirst();
    }

    private ProjectId project(String text) {
        UUID id = Uuids.parse(text);
        return id == null ? projects.apply(new ProjectKey(text)).orElse(NO_PROJECT) : new ProjectId(id);
    }

    private static TaskId parent(String text) {
        UUID id = Uuids.parse(text);
        if (id == null) {
            throw Invalid.value(FieldError.INVALID_FORMAT, "must be the id of a task");
        }
        return new TaskId(id);
    }

    private static Instant time(String text) {
        return new DueTime(Timestamps.parse(text)).value();
    }

    private static Refusal refused(String parameter, String message) {
        return Refusal.ofParameter(WebError.INVALID_PARAMETER, parameter, message);
    }
}
