package dev.muster.web.task;

import dev.muster.domain.shared.Invalid;
import dev.muster.domain.task.TaskFilter;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.Refusal;
import dev.muster.web.shared.WebError;
import dev.muster.web.shared.WireNames;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads from a query which tasks are meant: repeated parameters widen, different ones narrow. */
final class TaskFilters {

    private TaskFilters() {}

    /** @throws Refusal if a parameter has a value that it can't have */
    static TaskFilter of(Map<String, List<String>> query) {
        return new TaskFilter(
                constants(query, "status", TaskNames.STATUS),
                constants(query, "priority", TaskNames.PRIORITY),
                PageParameters.flag(query, "deleted"));
    }

    private static <E extends Enum<E>> Set<E> constants(
            Map<String, List<String>> query, String parameter, WireNames<E> names) {
        Set<E> wanted = new HashSet<>();
        for (String name : query.getOrDefault(parameter, List.of())) {
            try {
                wanted.add(names.parse(name));
            } catch (Invalid unknown) {
                throw Refusal.ofParameter(WebError.INVALID_PARAMETER, parameter, unknown.detail());
            }
        }
        return wanted;
    }
}
