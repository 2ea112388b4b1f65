package dev.muster.domain.user;

import static dev.muster.domain.shared.Refusal.assertViolations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ErrorCode;
import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordPolicyTest {

    private static final EmailAddress EMAIL = new EmailAddress("Ann.Smith@example.org");
    private static final Username USERNAME = new Username("Annabel");

    @ParameterizedTest
    @ValueSource(strings = {"123456789012", "            ", "correct horse battery staple", "🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀"})
    void anyCharactersMayBeChosen(String password) {
        assertThatCode(() -> require(password)).doesNotThrowAnyException();
    }

    @Test
    void lengthCountsCodePoints() {
        assertThatCode(() -> require("🚀".repeat(128))).doesNotThrowAnyException();
        assertWeak(FieldError.TOO_LONG, "🚀".repeat(129));
        assertWeak(FieldError.TOO_SHORT, "🚀".repeat(11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"annabel 12345", "xxANNABELxxxxx", "ann.smith@example.org", "my ANN.SMITH@EXAMPLE.ORG"})
    void accountsOwnWordsAreRefused(String password) {
        assertWeak(UserError.WEAK_PASSWORD, password);
    }

    @Test
    void shortNameInsideALongPasswordIsNoMatter() {
        PasswordPolicy policy = PasswordPolicy.DEFAULT;

        assertThatCode(() -> policy.require(new Password("planning of a battery"), EMAIL, new Username("ann")))
                .doesNotThrowAnyException();
    }

    @Test
    void refusalHasACodeOfItsOwn() {
        assertThatThrownBy(() -> require("short"))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.code()).isEqualTo(UserError.WEAK_PASSWORD));
    }

    @Test
    void boundsOfThePolicyHold() {
        PasswordPolicy policy = new PasswordPolicy(8, 64);

        assertThatCode(() -> policy.require(new Password("12345678"), EMAIL, USERNAME))
                .doesNotThrowAnyException();
        assertViolations(
                () -> policy.require(new Password("1".repeat(65)), EMAIL, USERNAME), "/password", FieldError.TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({"7, 64", "8, 63", "0, 0"})
    void policyThatIsTooWeakIsRefused(int min, int max) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordPolicy(min, max));
    }

    @ParameterizedTest
    @CsvSource({"19455, 2, 1, 1, 0", "19456, 1, 1, 1, 0", "19456, 2, 0, 1, 0", "19456, 2, 1, 0, 0", "19456, 2, 1, 1, -1"
    })
    void hashingThatIsTooWeakIsRefused(int memory, int iterations, int lanes, int concurrent, int waiting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HashingPolicy(memory, iterations, lanes, concurrent, waiting));
    }

    @Test
    void hashingUsesEveryProcessor() {
        assertThat(HashingPolicy.forProcessors(3)).isEqualTo(new HashingPolicy(19456, 2, 1, 3, 100));
    }

    private static void require(String password) {
        PasswordPolicy.DEFAULT.require(new Password(password), EMAIL, USERNAME);
    }

    private static void assertWeak(ErrorCode rule, String password) {
        assertViolations(() -> require(password), "/password", rule);
    }
}
