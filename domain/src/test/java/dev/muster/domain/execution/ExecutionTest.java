package dev.muster.domain.execution;

import static dev.muster.domain.execution.ExecutionStatus.CANCELLED;
import static dev.muster.domain.execution.ExecutionStatus.FAILED;
import static dev.muster.domain.execution.ExecutionStatus.QUEUED;
import static dev.muster.domain.execution.ExecutionStatus.RUNNING;
import static dev.muster.domain.execution.ExecutionStatus.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.ErrorCode;
import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionTest {

    private static final Instant START = Instant.parse("2026-03-02T09:30:00.123456Z");
    private static final UUID ID = UUID.fromString("01961b2c-0000-7000-8000-00000000000f");
    private static final JsonText OUTPUT = new JsonText("{\"a\":1}");

    private static final Map<ExecutionStatus, Set<ExecutionStatus>> MAY_BECOME = Map.of(
            QUEUED, Set.of(RUNNING, CANCELLED),
            RUNNING, Set.of(SUCCEEDED, FAILED, CANCELLED),
            SUCCEEDED, Set.of(),
            FAILED, Set.of(),
            CANCELLED, Set.of());

    private final Execution queued = Execution.queued(
            new ExecutionId(ID),
            new UserId(ID),
            new ProjectId(ID),
            new Assignment("reviewer", new CorrelationId("c"), OUTPUT),
            START);

    @Test
    void everyTransitionIsAllowedOrRefusedAsTheTableSays() {
        for (ExecutionStatus from : ExecutionStatus.values()) {
            for (ExecutionStatus to : ExecutionStatus.values()) {
                Execution execution = at(from);
                if (from == to) {
                    assertThat(execution.reported(report(to), START.plusSeconds(60)))
                            .isSameAs(execution);
                } else if (MAY_BECOME.get(from).contains(to)) {
                    assertThat(execution
                                    .reported(report(to), START.plusSeconds(60))
                                    .report()
                                    .status())
                            .isEqualTo(to);
                } else {
                    assertRefused(() -> execution.reported(report(to), START.plusSeconds(60)));
                }
            }
        }
    }

    @Test
    void timesFollowTheStates() {
        Execution running = queued.reported(report(RUNNING), START.plusSeconds(2));
        Execution ended = running.reported(report(SUCCEEDED), START.plusSeconds(5));

        assertThat(queued.startedAt()).isNull();
        assertThat(running.startedAt()).isEqualTo(START.plusSeconds(2));
        assertThat(running.endedAt()).isNull();
        assertThat(running.duration()).isNull();
        assertThat(ended.startedAt()).isEqualTo(START.plusSeconds(2));
        assertThat(ended.endedAt()).isEqualTo(START.plusSeconds(5));
        assertThat(ended.duration()).isEqualTo(Duration.ofSeconds(3));
        assertThat(ended.version()).isEqualTo(3);
    }

    @Test
    void whatIsCancelledInTheQueueNeverRan() {
        Execution cancelled = queued.reported(report(CANCELLED), START.plusSeconds(2));

        assertThat(cancelled.startedAt()).isNull();
        assertThat(cancelled.endedAt()).isEqualTo(START.plusSeconds(2));
        assertThat(cancelled.duration()).isNull();
    }

    @Test
    void clockThatGoesBackMovesNoTimeBeforeTheOneItFollows() {
        Execution running = queued.reported(report(RUNNING), START.minusSeconds(9));
        Execution ended = running.reported(report(FAILED), START.minusSeconds(8));

        assertThat(running.startedAt()).isEqualTo(START);
        assertThat(ended.endedAt()).isEqualTo(START);
        assertThat(ended.duration()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"SUCCEEDED", "FAILED", "CANCELLED"})
    void everyEndMayHaveAnOutputThatNeverChangesAfterwards(ExecutionStatus end) {
        Execution ended = at(RUNNING).reported(new Report(end, OUTPUT, null), START);

        assertThat(ended.report().output()).isEqualTo(OUTPUT);
        assertThat(ended.reported(new Report(end, OUTPUT, null), START)).isSameAs(ended);
        assertRefused(() -> ended.reported(new Report(end, new JsonText("2"), null), START));
        assertRefused(() -> ended.reported(report(end), START));
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "RUNNING"})
    void whatHasNotEndedHasNoOutput(ExecutionStatus status) {
        Report report = new Report(status, OUTPUT, null);

        assertInvalid("/output", ExecutionError.OUTPUT_BEFORE_END, () -> queued.reported(report, START));
    }

    @Test
    void onlyAFailureHasAnError() {
        Execution running = at(RUNNING);

        assertThat(running.reported(new Report(FAILED, null, "boom\nat"), START)
                        .report()
                        .error())
                .isEqualTo("boom\nat");
        for (ExecutionStatus other : Set.of(RUNNING, SUCCEEDED, CANCELLED)) {
            assertInvalid(
                    "/error",
                    ExecutionError.ERROR_WITHOUT_FAILURE,
                    () -> running.reported(new Report(other, null, "boom"), START));
        }
    }

    @Test
    void valuesHaveTheirBounds() {
        assertThat(new Assignment(" reviewer ", new CorrelationId(" c "), null).agent())
                .isEqualTo("reviewer");
        assertInvalid("", FieldError.REQUIRED, () -> new Assignment(" ", new CorrelationId("c"), null));
        assertInvalid("", FieldError.TOO_LONG, () -> new Assignment("x".repeat(101), new CorrelationId("c"), null));
        assertInvalid("", FieldError.TOO_LONG, () -> new CorrelationId("x".repeat(201)));
        assertInvalid("", FieldError.INVALID_CHARACTER, () -> new CorrelationId("a\nb"));
        assertInvalid("", FieldError.TOO_LONG, () -> new Report(FAILED, null, "x".repeat(10_001)));
        assertInvalid("", FieldError.INVALID_CHARACTER, () -> new Report(FAILED, null, "\u0000"));
    }

    @Test
    void jsonLosesNothingButWhiteSpaceBetweenItsParts() {
        assertThat(new JsonText(" { \"a b\" :\t[ 1 , -0.10,true ,null ]\r\n} ").value())
                .isEqualTo("{\"a b\":[1,-0.10,true,null]}");
        assertThat(new JsonText("\"\\\" \\\\\"").value()).isEqualTo("\"\\\" \\\\\"");
        assertThat(new JsonText("\"\\\\u0000 \\ud83d\\ude80 🚀 \\n\"").value())
                .isEqualTo("\"\\\\u0000 \\ud83d\\ude80 🚀 \\n\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\u0000\"", "{\"\\u0000\":1}", "\"\\ud800\"", "\"\\ude80\\ud83d\"", "[\"\\\\\\u0000\"]"})
    void jsonHasNoCharacterThatCanNotBeStored(String json) {
        assertInvalid("", FieldError.INVALID_CHARACTER, () -> new JsonText(json));
    }

    @Test
    void halvesOfACharacterOnEitherSideOfAnEscapeAreNoCharacter() {
        assertInvalid("", FieldError.INVALID_CHARACTER, () -> new JsonText("\"\ud83d\\n\ude80\""));
        assertInvalid("", FieldError.INVALID_CHARACTER, () -> new JsonText("\"\\ud83d\\n\\ude80\""));
    }

    @Test
    void jsonHasABoundInBytes() {
        String longest = "\"" + "é".repeat((JsonText.MAX_BYTES - 2) / 2) + "\"";

        assertThat(new JsonText(longest).value()).isEqualTo(longest);
        assertThat(new JsonText("  " + longest + "  ").value()).isEqualTo(longest);
        assertInvalid("", FieldError.TOO_LONG, () -> new JsonText(longest.replaceFirst("é", "éx")));
    }

    @Test
    void numbersOfJsonAreShort() {
        String longest = "1".repeat(JsonText.MAX_DIGITS);

        assertThat(new JsonText("-" + longest).value()).isEqualTo("-" + longest);
        assertInvalid("", FieldError.OUT_OF_RANGE, () -> new JsonText(longest + "1"));
        assertInvalid("", FieldError.OUT_OF_RANGE, () -> new JsonText("[1e5]"));
        assertInvalid("", FieldError.OUT_OF_RANGE, () -> new JsonText("1.5E-5"));
    }

    private Execution at(ExecutionStatus status) {
        return switch (status) {
            case QUEUED -> queued;
            case RUNNING, CANCELLED -> queued.reported(report(status), START.plusSeconds(1));
            case SUCCEEDED, FAILED -> at(RUNNING).reported(report(status), START.plusSeconds(2));
        };
    }

    private static Report report(ExecutionStatus status) {
        return new Report(status, null, null);
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ExecutionError.EXECUTION_STATE));
    }

    private static void assertInvalid(@Nullable String pointer, ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(call)
                .satisfies(invalid -> assertThat(invalid.violations())
                        .singleElement()
                        .satisfies(violation -> {
                            assertThat(violation.pointer()).isEqualTo(pointer);
                            assertThat(violation.code()).isEqualTo(code);
                        }));
    }
}
