package dev.muster.bootstrap.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the server says of a database task, for a person or a machine.
 *
 * @param answer with the members task and warnings
 * @param url of the task
 */
record DatabaseTask(JsonNode answer, URI url) {

    private static final Pattern DIAGRAM = Pattern.compile("(?m)^```mermaid\\n(erDiagram\\n[^`]*)```$");

    List<String> lines() {
        JsonNode task = answer.path("task");
        List<String> lines = new ArrayList<>();
        lines.add(name(task) + "  " + task.path("title").asText());
        lines.add("Story points: " + task.path("story_points").asText());
        lines.add("URL: " + url);
        answer.path("warnings").forEach(warning -> lines.add("Warning: " + warning.asText()));
        String diagram = diagram();
        if (diagram != null) {
            lines.add("");
            diagram.lines().forEach(lines::add);
        }
        return lines;
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("task", answer.path("task"));
        json.put("warnings", answer.path("warnings"));
        json.put("url", url.toString());
        json.put("diagram", diagram());
        return json;
    }

    /** Why no task was made, in one sentence. */
    static String refusal(String story, ServerClient.Answer answer) {
        JsonNode problem = answer.body();
        return switch (answer.text("code")) {
            case "task_not_found" -> "There is no story " + story + "." + similar(problem.path("similar"));
            case "template_already_applied" ->
                "The database task of " + story + " is there already, so none was made: " + name(problem.path("task"))
                        + ".";
            case "" -> "What answers is not Muster: status " + answer.status() + ".";
            default -> answer.text("detail") + reasons(problem.path("errors"));
        };
    }

    /** Null if the story names nothing that is stored. */
    private @Nullable String diagram() {
        Matcher diagram =
                DIAGRAM.matcher(answer.path("task").path("description").asText());
        return diagram.find() ? diagram.group(1) : null;
    }

    private static String name(JsonNode task) {
        return task.path("key").isTextual()
                ? task.path("key").asText()
                : task.path("id").asText();
    }

    private static String similar(JsonNode keys) {
        List<String> similar = new ArrayList<>();
        keys.forEach(key -> similar.add(key.asText()));
        return similar.isEmpty() ? "" : " Similar: " + String.join(", ", similar) + ".";
    }

    private static String reasons(JsonNode errors) {
        List<String> reasons = new ArrayList<>();
        errors.forEach(error -> reasons.add(
                error.path("pointer").asText() + " " + error.path("message").asText()));
        return reasons.isEmpty() ? "" : " " + String.join("; ", reasons) + ".";
    }
}
