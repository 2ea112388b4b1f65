package dev.muster.domain.user;

import static dev.muster.domain.shared.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UsernameTest {

    @ParameterizedTest
    @ValueSource(strings = {"ann", "Ann.Example", "7up", "a_b-c.d", "a--", "abcdefghijklmnopqrstuvwxyz012345"})
    void nameIsKeptAsItWasWritten(String text) {
        assertThat(new Username(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ann@example.org", "_ann", ".ann", "-ann", "a nn", "zoë", "аnn", "ann!", "ann/x", "ann\u200b"})
    void otherCharactersAreRefused(String text) {
        assertRefused(FieldError.INVALID_FORMAT, () -> new Username(text));
    }

    @Test
    void lengthIsBounded() {
        assertRefused(FieldError.REQUIRED, () -> new Username("  "));
        assertRefused(FieldError.TOO_SHORT, () -> new Username("ab"));
        assertRefused(FieldError.TOO_LONG, () -> new Username("a".repeat(33)));
    }

    @Test
    void namesAreComparedWithoutRegardToCase() {
        assertThat(new Username(" ANN.I ").canonical()).isEqualTo("ann.i");
    }
}
