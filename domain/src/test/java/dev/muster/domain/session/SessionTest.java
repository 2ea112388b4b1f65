package dev.muster.domain.session;

import static dev.muster.domain.shared.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SessionTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final SessionId ID = new SessionId(UUID.fromString("019cadbe-1a2b-7000-8000-000000000001"));
    private static final UserId USER = new UserId(UUID.fromString("019cadbe-1a2b-7000-8000-000000000002"));
    private static final UUID FIRST = UUID.fromString("019cadbe-1a2b-7000-8000-000000000003");
    private static final UUID SECOND = UUID.fromString("019cadbe-1a2b-7000-8000-000000000004");
    private static final SessionPolicy POLICY = SessionPolicy.DEFAULT;
    private static final Session SESSION = Session.begun(ID, USER, new Device(null, null, null), NOW, POLICY);

    @Test
    void sessionLivesItsAbsoluteLifeAndNotLonger() {
        assertThat(SESSION.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(SESSION.isLive(NOW)).isTrue();
        assertThat(SESSION.isLive(SESSION.expiresAt().minusNanos(1))).isTrue();
        assertThat(SESSION.isLive(SESSION.expiresAt())).isFalse();
        assertThat(ID).hasToString(ID.value().toString());
    }

    @Test
    void endedSessionDoesNotLive() {
        Session ended = new Session(
                ID,
                USER,
                SESSION.device(),
                NOW,
                NOW,
                SESSION.expiresAt(),
                new Session.End(NOW.plusSeconds(1), EndReason.LOGOUT));

        assertThat(ended.isLive(NOW)).isFalse();
    }

    @Test
    void firstTokenBeginsAFamily() {
        RefreshToken first = RefreshToken.first(FIRST, SESSION, TokenHash.of("secret"), POLICY);

        assertThat(first)
                .isEqualTo(new RefreshToken(
                        FIRST, ID, FIRST, TokenHash.of("secret"), NOW, NOW.plus(Duration.ofDays(7)), null, null, null));
    }

    @Test
    void successorIsOfTheSameFamily() {
        RefreshToken first = RefreshToken.first(FIRST, SESSION, TokenHash.of("secret"), POLICY);
        Instant later = NOW.plus(Duration.ofDays(5));
        RefreshToken second = first.successor(SECOND, SESSION, TokenHash.of("other"), later, POLICY);

        assertThat(second.id()).isEqualTo(SECOND);
        assertThat(second.family()).isEqualTo(FIRST);
        assertThat(second.session()).isEqualTo(ID);
        assertThat(second.hash()).isEqualTo(TokenHash.of("other"));
        assertThat(second.issuedAt()).isEqualTo(later);
        assertThat(second.expiresAt()).isEqualTo(later.plus(Duration.ofDays(7)));
    }

    @Test
    void noTokenOutlivesItsSession() {
        RefreshToken first = RefreshToken.first(FIRST, SESSION, TokenHash.of("secret"), POLICY);
        Instant late = NOW.plus(Duration.ofDays(29));

        assertThat(first.successor(SECOND, SESSION, TokenHash.of("other"), late, POLICY)
                        .expiresAt())
                .isEqualTo(SESSION.expiresAt());
    }

    @Test
    void deviceKeepsWhatCanBeShown() {
        Device device = new Device(" Zoë's 🚀 ", "203.0.113.7", "Agent/1.0 (ü\n🚀)");

        assertThat(device.name()).isEqualTo("Zoë's 🚀");
        assertThat(device.userAgent()).isEqualTo("Agent/1.0 (???)");
        assertThat(new Device(null, null, "x".repeat(600)).userAgent()).hasSize(500);
        assertRefused(FieldError.REQUIRED, () -> new Device(" ", null, null));
        assertRefused(FieldError.TOO_LONG, () -> new Device("a".repeat(101), null, null));
    }

    @Test
    void fingerprintTellsPersonsAndClientsApart() {
        UserId other = new UserId(SECOND);
        Device phone = new Device("Phone", "203.0.113.7", "Phone/1");
        Device elsewhere = new Device("Other name", "203.0.113.8", "Phone/1");
        Device unknown = new Device(null, null, null);

        assertThat(phone.fingerprint(USER))
                .isEqualTo(elsewhere.fingerprint(USER))
                .isNotEqualTo(phone.fingerprint(other))
                .isNotEqualTo(unknown.fingerprint(USER));
    }
}
