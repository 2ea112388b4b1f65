package dev.muster.web.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ReferenceHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    @Test
    void documentIsOfOpenApi31() {
        Answer answer = muster.get("/openapi.yaml", null).expect(200);

        assertThat(answer.header("Content-Type")).isEqualTo("application/yaml");
        assertThat(answer.body()).contains("openapi: 3.1.0").doesNotContain("nullable:");
        assertThat(at(answer, "info")).containsEntry("title", "Muster");
    }

    @Test
    void documentHasTypesOfParametersAndNulls() {
        Answer answer = muster.get("/openapi.yaml", null);

        assertThat(at(answer, "components", "schemas", "Task", "properties", "due_at"))
                .containsEntry("type", List.of("string", "null"))
                .containsEntry("format", "date-time");
        assertThat(at(answer, "components", "schemas", "Task", "properties", "status"))
                .containsEntry("enum", List.of("pending", "in_progress", "completed", "cancelled"));
        assertThat(at(answer, "components", "schemas", "TaskRequest", "properties", "title"))
                .containsEntry("type", "string");
        assertThat(at(answer, "components", "schemas", "LoginRequest", "properties", "password"))
                .containsEntry("type", "string");
        assertThat(at(answer, "components", "schemas", "Task").get("required"))
                .asInstanceOf(LIST)
                .contains("id", "due_at");
        assertThat(answer.body())
                .contains("maximum: 100")
                .contains("application/merge-patch+json")
                .contains("scheme: bearer");
    }

    @Test
    void everythingThatIsSentAndAnsweredHasAnExample() {
        Answer answer = muster.get("/openapi.yaml", null);
        Map<String, Object> schemas = at(answer, "components", "schemas");

        assertThat(schemas.keySet().stream().filter(ReferenceHttpTest::isOfTasksOrProjects))
                .hasSizeGreaterThan(30)
                .allSatisfy(name -> assertThat(withoutExample(at(answer, "components", "schemas", name)))
                        .as(name)
                        .isEmpty());
    }

    @Test
    void everyRouteTellsHowItRefuses() {
        Answer answer = muster.get("/openapi.yaml", null);
        Map<String, Object> paths = at(answer, "paths");

        assertThat(paths)
                .hasSizeGreaterThan(50)
                .allSatisfy((path, methods) ->
                        assertThat(withoutRefusal(methods)).as(path).isEmpty());
    }

    @SuppressWarnings("unchecked")
    private static List<String> withoutRefusal(Object methods) {
        return ((Map<String, Map<String, Map<String, Object>>>) methods)
                .entrySet().stream()
                        .filter(method -> !method.getValue()
                                .getOrDefault("responses", Map.of())
                                .containsKey("4XX"))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private static boolean isOfTasksOrProjects(String schema) {
        return Stream.of("Task", "Template", "Project", "Document", "Version", "Execution", "Report", "Export")
                .anyMatch(schema::contains);
    }

    @SuppressWarnings("unchecked")
    private static List<String> withoutExample(Map<String, Object> schema) {
        Map<String, Map<String, Object>> properties =
                (Map<String, Map<String, Object>>) schema.getOrDefault("properties", Map.of());
        return properties.entrySet().stream()
                .filter(property -> Stream.of("example", "enum", "$ref", "anyOf", "items")
                        .noneMatch(property.getValue()::containsKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void pageLoadsNothingFromElsewhere() {
        Answer answer = muster.get("/docs", null).expect(200);

        assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'; script-src 'self';");
        assertThat(answer.body()).contains("spec-url=\"/openapi.yaml\"").doesNotContain("http:", "https:");
    }

    @Test
    void viewerIsServedByMusterItself() {
        Answer answer = muster.get("/docs/viewer.js", null).expect(200);

        assertThat(answer.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(answer.body()).hasSizeGreaterThan(500_000).contains("rapi-doc");
    }

    @Test
    void errorsPageIsTheOneOfTheDocumentation() {
        Answer answer = muster.get("/docs/errors", null).expect(200);

        assertThat(answer.body()).contains("`task_not_found`");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Answer answer, String... path) {
        Map<String, Object> node = new Yaml().load(answer.body());
        for (String step : path) {
            node = (Map<String, Object>) node.get(step);
        }
        return node;
    }
}
