package dev.muster.domain.shared;

import static dev.muster.domain.shared.Refusal.assertViolations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ViolationsTest {

    private final Violations violations = new Violations();

    @Test
    void valueThatIsRightIsPassedOn() {
        assertThat(violations.check("/title", "fallback", () -> "right")).isEqualTo("right");
        assertThatCode(violations::throwIfAny).doesNotThrowAnyException();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndInOrder() {
        String title = violations.check("/title", "fallback", () -> Text.line("", 1, 9));
        violations.add("/count", FieldError.OUT_OF_RANGE, "must be less");
        violations.check("/note", "fallback", () -> Text.block("too long", 1));

        assertThat(title).isEqualTo("fallback");
        assertViolations(
                violations::throwIfAny,
                "/title",
                FieldError.REQUIRED,
                "/count",
                FieldError.OUT_OF_RANGE,
                "/note",
                FieldError.TOO_LONG);
    }

    @Test
    void placesInsideAValueAreToldFromTheOutside() {
        Violations inner = new Violations();
        inner.add("/0", FieldError.TOO_LONG, "must be shorter");
        violations.check("/labels", "fallback", () -> {
            inner.throwIfAny();
            return "never";
        });

        assertViolations(violations::throwIfAny, "/labels/0", FieldError.TOO_LONG);
    }

    @Test
    void sumHasACodeOfItsOwn() {
        violations.add("/a", FieldError.REQUIRED, "must not be empty");

        assertThatThrownBy(violations::throwIfAny)
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.code()).isEqualTo(FieldError.VALIDATION_FAILED));
    }

    @Test
    void otherFailuresPassThrough() {
        var fault = new UnsupportedOperationException("on purpose");

        assertThatThrownBy(() -> violations.check("/a", "fallback", () -> {
                    throw fault;
                }))
                .isSameAs(fault);
    }
}
