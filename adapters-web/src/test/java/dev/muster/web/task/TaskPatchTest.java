package dev.muster.web.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.task.DueTime;
import dev.muster.domain.task.Labels;
import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.TaskDescription;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskPlace;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.task.TaskTitle;
import dev.muster.web.shared.JsonBodies;
import dev.muster.web.shared.Refusal;
import io.micronaut.core.type.Argument;
import io.micronaut.http.MediaType;
import io.micronaut.http.simple.SimpleHttpHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** A change of a task is a JSON Merge Patch (RFC 7396), whatever it has and whatever it is applied to. */
class TaskPatchTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonBodies<TaskRequest> BODIES = new JsonBodies<>();
    private static final Set<String> ALWAYS_THERE = Set.of("title", "status", "priority");

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void changeIsThatOfTheStandard(
            @ForAll("details") TaskDetails current, @ForAll("patches") Map<String, @Nullable Object> patch) {
        TaskDetails changed = request(patch).applyTo(current);

        assertThat(members(changed)).isEqualTo(merged(members(current), patch));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void secondTimeChangesNothing(
            @ForAll("details") TaskDetails current, @ForAll("patches") Map<String, @Nullable Object> patch) {
        TaskDetails once = request(patch).applyTo(current);

        assertThat(request(patch).applyTo(once)).isEqualTo(once);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whatIsAbsentStays(@ForAll("details") TaskDetails current) {
        assertThat(request(Map.of()).applyTo(current)).isEqualTo(current);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void wholeTaskAsItsOwnPatchChangesNothing(@ForAll("details") TaskDetails current) {
        assertThat(request(members(current)).applyTo(current)).isEqualTo(current);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void wholeTaskAsAPatchOfAnotherMakesThemEqual(
            @ForAll("details") TaskDetails current, @ForAll("details") TaskDetails other) {
        assertThat(request(members(other)).applyTo(current)).isEqualTo(other);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void unknownMemberIsRefused(
            @ForAll("patches") Map<String, @Nullable Object> patch, @ForAll("unknown") String member) {
        Map<String, @Nullable Object> more = new HashMap<>(patch);
        more.put(member, null);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> request(more))
                .withMessageContaining("is not known here");
    }

    @Example
    void whatThereAlwaysIsCanNotBeCleared() {
        TaskDetails current = TaskDetails.titled(new TaskTitle("Kept"));

        ALWAYS_THERE.forEach(member -> {
            Map<String, @Nullable Object> patch = new HashMap<>();
            patch.put(member, null);
            assertThatExceptionOfType(Invalid.class)
                    .isThrownBy(() -> request(patch).applyTo(current))
                    .satisfies(invalid -> assertThat(invalid.violations())
                            .singleElement()
                            .satisfies(
                                    violation -> assertThat(violation.pointer()).isEqualTo("/" + member)));
        });
    }

    @Provide
    Arbitrary<TaskDetails> details() {
        return values().map(TaskPatchTest::details);
    }

    @Provide
    Arbitrary<Map<String, @Nullable Object>> patches() {
        return Combinators.combine(values(), Arbitraries.of(Kept.class).list().ofSize(9))
                .as(TaskPatchTest::patch);
    }

    @Provide
    Arbitrary<String> unknown() {
        return Arbitraries.strings()
                .alpha()
                .ofMinLength(1)
                .filter(name ->
                        !members(TaskDetails.titled(new TaskTitle("Any"))).containsKey(name));
    }

    /** What a patch does with a member. */
    private enum Kept {
        ABSENT,
        CLEARED,
        GIVEN
    }

    private static Map<String, @Nullable Object> patch(Map<String, @Nullable Object> values, List<Kept> kept) {
        Map<String, @Nullable Object> patch = new HashMap<>();
        int member = 0;
        for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
            switch (kept.get(member++)) {
                case ABSENT -> {}
                case CLEARED ->
                    patch.put(value.getKey(), ALWAYS_THERE.contains(value.getKey()) ? value.getValue() : null);
                case GIVEN -> patch.put(value.getKey(), value.getValue());
            }
        }
        return patch;
    }

    /** A value for each member, as JSON has it. */
    private static Arbitrary<Map<String, @Nullable Object>> values() {
        Arbitrary<String> texts = Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars(" äß柵")
                .ofMinLength(1)
                .ofMaxLength(40);
        Arbitrary<String> lines = texts.map(text -> "x" + text.strip());
        Arbitrary<List<String>> labels = lines.list().uniqueElements().ofMaxSize(5);
        Arbitrary<String> ids = Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                .as((most, least) -> new UUID(most, least).toString());
        Arbitrary<String> times = Arbitraries.longs()
                .between(0, 4_102_444_800L)
                .map(second -> Instant.ofEpochSecond(second).toString());
        return Combinators.combine(
                        lines,
                        texts.injectNull(0.2),
                        Arbitraries.of(TaskStatus.class).map(TaskNames.STATUS::of),
                        Arbitraries.of(TaskPriority.class).map(TaskNames.PRIORITY::of),
                        Arbitraries.integers().between(0, 1000).injectNull(0.2),
                        labels,
                        times.injectNull(0.2))
                .flatAs((title, description, status, priority, points, someLabels, due) -> Combinators.combine(
                                ids.injectNull(0.5), ids.injectNull(0.5))
                        .as((project, parent) -> {
                            Map<String, @Nullable Object> values = new HashMap<>();
                            values.put("title", title);
                            values.put("description", description);
                            values.put("status", status);
                            values.put("priority", priority);
                            values.put("story_points", points);
                            values.put("labels", someLabels);
                            values.put("due_at", due);
                            values.put("project_id", project);
                            values.put("parent_id", parent);
                            return values;
                        }));
    }

    private static TaskDetails details(Map<String, @Nullable Object> values) {
        return new TaskDetails(
                new TaskTitle((String) values.get("title")),
                values.get("description") instanceof String text ? new TaskDescription(text) : null,
                TaskNames.STATUS.parse((String) values.get("status")),
                TaskNames.PRIORITY.parse((String) values.get("priority")),
                values.get("story_points") instanceof Integer points ? new StoryPoints(points) : null,
                new Labels(labels(values)),
                values.get("due_at") instanceof String time ? new DueTime(Instant.parse(time)) : null,
                new TaskPlace(
                        values.get("project_id") instanceof String id ? new ProjectId(UUID.fromString(id)) : null,
                        values.get("parent_id") instanceof String id ? new TaskId(UUID.fromString(id)) : null));
    }

    private static List<String> labels(Map<String, @Nullable Object> values) {
        List<String> labels = new ArrayList<>();
        ((List<?>) values.get("labels")).forEach(label -> labels.add((String) label));
        return labels;
    }

    /** The members that a patch may have, as JSON has them. */
    private static Map<String, @Nullable Object> members(TaskDetails details) {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("title", details.title().value());
        members.put(
                "description",
                details.description() == null ? null : details.description().value());
        members.put("status", TaskNames.STATUS.of(details.status()));
        members.put("priority", TaskNames.PRIORITY.of(details.priority()));
        members.put(
                "story_points",
                details.storyPoints() == null ? null : details.storyPoints().value());
        members.put("labels", details.labels().values());
        members.put(
                "due_at",
                details.dueAt() == null ? null : details.dueAt().value().toString());
        members.put("project_id", text(details.place().project()));
        members.put("parent_id", text(details.place().parent()));
        return members;
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    /** RFC 7396, section 2, of an object without objects in it; no labels are an empty list. */
    private static Map<String, @Nullable Object> merged(
            Map<String, @Nullable Object> target, Map<String, @Nullable Object> patch) {
        Map<String, @Nullable Object> merged = new HashMap<>(target);
        merged.putAll(patch);
        merged.computeIfAbsent("labels", cleared -> List.of());
        return merged;
    }

    private static TaskRequest request(Map<String, @Nullable Object> json) {
        try {
            byte[] body = JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
            return BODIES.read(
                    Argument.of(TaskRequest.class),
                    MediaType.of(JsonBodies.MERGE_PATCH),
                    new SimpleHttpHeaders(),
                    new ByteArrayInputStream(body));
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
