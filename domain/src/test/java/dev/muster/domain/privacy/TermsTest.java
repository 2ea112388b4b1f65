package dev.muster.domain.privacy;

import static dev.muster.domain.shared.Refusal.assertViolations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.privacy.Consent.Terms;
import dev.muster.domain.shared.FieldError;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TermsTest {

    @Test
    void termsAreTwoLines() {
        assertThat(new Terms(" privacy ", " 2026-01 ")).isEqualTo(new Terms("privacy", "2026-01"));
        assertThat(new Terms("p".repeat(100), "v".repeat(50)).version()).hasSize(50);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertViolations(
                () -> new Terms("", "v".repeat(51)), "/policy", FieldError.REQUIRED, "/version", FieldError.TOO_LONG);
        assertViolations(() -> new Terms("p".repeat(101), "1"), "/policy", FieldError.TOO_LONG);
    }

    @Test
    void entryTellsWhoAgreedToWhat() {
        UserId user = new UserId(UUID.fromString("019cadbe-1a2b-7000-8000-000000000001"));
        Consent consent = new Consent(user.value(), user, new Terms("privacy", "1"), true, Instant.EPOCH, null);

        assertThat(consent.granted()).isTrue();
        assertThat(consent.terms().policy()).isEqualTo("privacy");
    }
}
