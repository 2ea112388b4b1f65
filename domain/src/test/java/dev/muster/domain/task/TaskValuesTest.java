package dev.muster.domain.task;

import static dev.muster.domain.shared.Refusal.assertRefused;
import static dev.muster.domain.shared.Refusal.assertViolations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.shared.FieldError;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TaskValuesTest {

    @Test
    void titleIsALineOf200Characters() {
        assertThat(new TaskTitle(" Paint 🚀 ").value()).isEqualTo("Paint 🚀");
        assertThat(new TaskTitle("🚀".repeat(200)).value()).hasSize(400);
        assertRefused(FieldError.REQUIRED, () -> new TaskTitle("\u2003"));
        assertRefused(FieldError.TOO_LONG, () -> new TaskTitle("a".repeat(201)));
        assertRefused(FieldError.INVALID_CHARACTER, () -> new TaskTitle("a\nb"));
    }

    @Test
    void descriptionIsAnyTextOf20000Characters() {
        assertThat(new TaskDescription(" a\n\tb ").value()).isEqualTo(" a\n\tb ");
        assertThat(new TaskDescription("").value()).isEmpty();
        assertThat(new TaskDescription("🚀".repeat(20_000)).value()).hasSize(40_000);
        assertRefused(FieldError.TOO_LONG, () -> new TaskDescription("a".repeat(20_001)));
        assertRefused(FieldError.INVALID_CHARACTER, () -> new TaskDescription("a\0"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000})
    void storyPointsAreInRange(int points) {
        assertThat(new StoryPoints(points).value()).isEqualTo(points);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 1001, Integer.MAX_VALUE})
    void otherStoryPointsAreRefused(int points) {
        assertRefused(FieldError.OUT_OF_RANGE, () -> new StoryPoints(points));
    }

    @ParameterizedTest
    @CsvSource({
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z",
        "2026-03-02T09:30:00.123456789Z, 2026-03-02T09:30:00.123456Z",
        "1969-12-31T23:59:59.999999999Z, 1969-12-31T23:59:59.999999Z",
    })
    void dueTimeIsInMicroseconds(Instant given, Instant kept) {
        assertThat(new DueTime(given).value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-12-31T23:59:59.999999Z", "-0001-01-01T00:00:00Z", "+10000-01-01T00:00:00Z"})
    void otherYearsAreRefused(String given) {
        assertRefused(FieldError.OUT_OF_RANGE, () -> new DueTime(Instant.parse(given)));
    }

    @Test
    void labelsKeepTheirOrderAndCase() {
        assertThat(new Labels(List.of("b", " a ", "B", "a", "b")).values()).containsExactly("b", "a", "B");
        assertThat(Labels.NONE.values()).isEmpty();
    }

    @Test
    void everyWrongLabelIsTold() {
        assertViolations(
                () -> new Labels(List.of("right", " ", "a".repeat(51), "a\nb")),
                "/1",
                FieldError.REQUIRED,
                "/2",
                FieldError.TOO_LONG,
                "/3",
                FieldError.INVALID_CHARACTER);
    }

    @Test
    void moreThan20LabelsAreRefused() {
        List<String> twenty = IntStream.range(0, 20).mapToObj(String::valueOf).toList();

        assertThat(new Labels(twenty).values()).isEqualTo(twenty);
        assertRefused(FieldError.TOO_MANY, () -> new Labels(Collections.nCopies(21, "same")));
    }

    @ParameterizedTest
    @CsvSource({"KAN-15, KAN, 15", "kan-1, KAN, 1", "A2B3C4D5E6-999999999, A2B3C4D5E6, 999999999"})
    void keyIsReadInAnyCase(String text, String project, int number) {
        TaskKey key = new TaskKey(new ProjectKey(project), number);

        assertThat(TaskKey.parse(text)).contains(key);
        assertThat(TaskKey.parse(key.toString())).contains(key);
        assertThat(key).hasToString(project + "-" + number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "KAN",
                "KAN-",
                "KAN-0",
                "KAN-015",
                "KAN--1",
                "KAN-1 ",
                " KAN-1",
                "KAN-1000000000",
                "KAN-1x",
                "K-1",
                "2AB-1",
                "A2B3C4D5E6F-1",
                "KÄN-1",
                "KAN-\u0661",
                "019cadbe-1a2b-7000-8000-000000000001",
            })
    void whatHasAnotherFormIsNoKey(String text) {
        assertThat(TaskKey.parse(text)).isEmpty();
    }

    @Test
    void textOfAFilterIsALineOf100Characters() {
        assertThat(searching(" paint ").text()).isEqualTo("paint");
        assertThat(searching("🚀".repeat(100)).text()).hasSize(200);
        assertThat(TaskFilter.LIVE.text()).isNull();
        assertRefused(FieldError.REQUIRED, () -> searching(" "));
        assertRefused(FieldError.TOO_LONG, () -> searching("a".repeat(101)));
        assertRefused(FieldError.INVALID_CHARACTER, () -> searching("a\nb"));
    }

    @Property
    void labelsOfLabelsAreTheSame(
            @ForAll @Size(max = 20) List<@AlphaChars @StringLength(min = 1, max = 3) String> given) {
        Labels labels = new Labels(given);

        assertThat(labels.values()).doesNotHaveDuplicates().hasSameElementsAs(given);
        assertThat(new Labels(labels.values())).isEqualTo(labels);
    }

    private static TaskFilter searching(String text) {
        return new TaskFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, null, text, false);
    }
}
