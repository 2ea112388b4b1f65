package dev.muster.domain.shared;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How values refuse what breaks their rules. */
public final class Refusal {

    private Refusal() {}

    /** Asserts that a value as a whole is refused for one rule. */
    public static void assertRefused(ErrorCode rule, ThrowingCallable value) {
        assertViolations(value, "", rule);
    }

    /** Asserts that exactly these rules are broken: pointer and code by turns. */
    public static void assertViolations(ThrowingCallable value, Object... pointersAndCodes) {
        assertThatThrownBy(value)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> Assertions.assertThat(flat(invalid.violations()))
                                .containsExactly(pointersAndCodes));
    }

    private static List<Object> flat(List<Violation> violations) {
        return violations.stream()
                .<Object>mapMulti((violation, flat) -> {
                    flat.accept(violation.pointer());
                    flat.accept(violation.code());
                })
                .toList();
    }
}
