package dev.muster.domain.user;

import static dev.muster.domain.shared.Refusal.assertViolations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ErrorCode;
import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordPolicyTest {

    private static final Identity ANN = Identity.unverified(
            new EmailAddress("Ann.Smith@mail.example.org"), new Username("Annabel"), new PersonName("Zoë O'Brien-Ng"));

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
    @ValueSource(
            strings = {
                "annabel 12345",
                "xxANNABELxxxxx",
                "ann.smith@mail.example.org",
                "my ANN.SMITH@MAIL.EXAMPLE.ORG",
                "Ann.Smith1234567",
                "example-mail-org",
                "OBrien and ZOË",
                "123456 brien",
                "smith-ann-123",
                "Zoe, OBRIÉN 123",
            })
    void accountsOwnWordsAreRefused(String password) {
        assertWeak(UserError.WEAK_PASSWORD, password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Muster123456", "admin-Muster!", "user1user2user3", "AcmeIntranet 1"})
    void wordsOfTheInstallationAreRefused(String password) {
        var policy = new PasswordPolicy(12, 128, Set.of("intranet", "acme"));

        assertViolations(() -> policy.require(new Password(password), ANN), "/password", UserError.WEAK_PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Annabel 1234567", "annabel.brien 123456", "ng ng ng ng ng"})
    void eightCharactersBesidesTheWordsAreEnough(String password) {
        assertThatCode(() -> require(password)).doesNotThrowAnyException();
    }

    @Test
    void refusalHasACodeOfItsOwn() {
        assertThatThrownBy(() -> require("short"))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.code()).isEqualTo(UserError.WEAK_PASSWORD));
    }

    @Test
    void boundsOfThePolicyHold() {
        PasswordPolicy policy = new PasswordPolicy(8, 64, Set.of());

        assertThatCode(() -> policy.require(new Password("12345678"), ANN)).doesNotThrowAnyException();
        assertViolations(() -> policy.require(new Password("1".repeat(65)), ANN), "/password", FieldError.TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({"7, 64", "8, 63", "0, 0"})
    void policyThatIsTooWeakIsRefused(int min, int max) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordPolicy(min, max, Set.of()));
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
        PasswordPolicy.DEFAULT.require(new Password(password), ANN);
    }

    private static void assertWeak(ErrorCode rule, String password) {
        assertViolations(() -> require(password), "/password", rule);
    }
}
