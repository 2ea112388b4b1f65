package dev.muster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.limit.LimitError;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.user.UserError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FailureTest {

    private static final ErrorCode CODE = SharedError.OVERLOADED;
    private static final Duration SOON = Duration.ofSeconds(3);

    @Test
    void everyCategoryCarriesCodeAndSentence() {
        List<Failure> failures = List.of(
                new Invalid(CODE, "Why.", List.of()),
                new Unauthenticated(CODE, "Why."),
                new Denied(CODE, "Why."),
                new NotFound(CODE, "Why."),
                new Conflict(CODE, "Why."),
                new PreconditionFailed(CODE, "Why."),
                new TooMany(CODE, "Why.", SOON),
                new Unavailable(CODE, "Why.", SOON));

        assertThat(failures).hasSameSizeAs(Failure.class.getPermittedSubclasses());
        assertThat(failures).allSatisfy(failure -> {
            assertThat(failure.detail()).isEqualTo("Why.");
            assertThat(failure.code()).isEqualTo(CODE);
            assertThat(failure.getStackTrace()).isEmpty();
        });
    }

    @Test
    void thoseThatPassTellWhenToAskAgain() {
        assertThat(new TooMany(CODE, "Why.", SOON).retryAfter()).isEqualTo(SOON);
        assertThat(new Unavailable(CODE, "Why.", SOON).retryAfter()).isEqualTo(SOON);
    }

    @Test
    void invalidValueCanBeMovedToItsPlaceInTheRequest() {
        Violation violation = new Violation("/password", UserError.WEAK_PASSWORD, "must be better");
        Invalid weak = new Invalid(UserError.WEAK_PASSWORD, "Why.", List.of(violation));

        Invalid moved = weak.movedTo("/new_password");

        assertThat(moved.code()).isEqualTo(UserError.WEAK_PASSWORD);
        assertThat(moved.detail()).isEqualTo("Why.");
        assertThat(moved.violations())
                .containsExactly(new Violation("/new_password", UserError.WEAK_PASSWORD, "must be better"));
    }

    @Test
    void failureLearnsItsPlaceOnItsWayOut() {
        Failure missing = new NotFound(CODE, "Why.");
        assertThat(missing.place()).isEmpty();

        assertThat(missing.at("/id").at("/operations/3")).isSameAs(missing);
        assertThat(missing.place()).isEqualTo("/operations/3/id");
    }

    @Test
    void failureTellsMoreWhereThatHelps() {
        Failure missing = new NotFound(CODE, "Why.");
        assertThat(missing.extensions()).isEmpty();

        assertThat(missing.with("similar", List.of("KAN-1"))).isSameAs(missing);
        assertThat(missing.extensions()).isEqualTo(Map.of("similar", List.of("KAN-1")));
    }

    @Test
    void violationsStandBelowThePlaceOfTheirFailure() {
        Invalid invalid = Invalid.at("/title", FieldError.REQUIRED, "must not be empty");

        invalid.at("/task").at("/operations/0");

        assertThat(invalid.violations())
                .containsExactly(new Violation("/operations/0/task/title", FieldError.REQUIRED, "must not be empty"));
    }

    @Test
    void codesAreUniqueAndInSnakeCase() {
        List<String> codes = Stream.<ErrorCode[]>of(
                        SharedError.values(),
                        FieldError.values(),
                        UserError.values(),
                        SessionError.values(),
                        LimitError.values(),
                        ProjectError.values(),
                        TaskError.values())
                .flatMap(Stream::of)
                .map(ErrorCode::code)
                .toList();

        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z]+(_[a-z]+)*"));
        assertThat(SharedError.STALE_VERSION.code()).isEqualTo("stale_version");
    }
}
