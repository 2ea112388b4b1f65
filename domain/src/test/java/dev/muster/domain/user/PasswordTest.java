package dev.muster.domain.user;

import static dev.muster.domain.shared.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.FieldError;
import org.junit.jupiter.api.Test;

final class PasswordTest {

    @Test
    void everyCharacterIsKept() {
        assertThat(new Password("  a\tb\0 🚀 ").value()).isEqualTo("  a\tb\0 🚀 ");
    }

    @Test
    void sameCharactersTypedInAnotherWayAreTheSame() {
        assertThat(new Password("gefu\u0308hl")).isEqualTo(new Password("gef\u00fchl"));
        assertThat(new Password("ﬁne")).isNotEqualTo(new Password("fine"));
    }

    @Test
    void emptyAndEndlessOnesAreRefused() {
        assertRefused(FieldError.REQUIRED, () -> new Password(""));
        assertThat(new Password("a".repeat(1024)).value()).hasSize(1024);
        assertRefused(FieldError.TOO_LONG, () -> new Password("a".repeat(1025)));
    }

    @Test
    void halfACharacterIsRefusedAsAllHalvesAreHashedAlike() {
        assertRefused(FieldError.INVALID_CHARACTER, () -> new Password("\ud800".repeat(12)));
        assertRefused(FieldError.INVALID_CHARACTER, () -> new Password("a long enough password\udc00"));
    }

    @Test
    void neitherPasswordNorHashIsPrinted() {
        assertThat(new Password("s3cret")).hasToString("Password[***]");
        assertThat(new PasswordHash("$argon2id$s3cret")).hasToString("PasswordHash[***]");
    }
}
