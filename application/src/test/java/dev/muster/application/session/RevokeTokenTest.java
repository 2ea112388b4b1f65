package dev.muster.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.muster.application.shared.AccountStage;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Unauthenticated;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RevokeTokenTest {

    private final AccountStage muster = new AccountStage();
    private final RevokeToken revokeToken =
            new RevokeToken(muster.accessTokens, muster.unitOfWork, muster.sessions, muster.endSessions, muster.stamps);
    private SignedIn signedIn;

    @BeforeEach
    void signIn() {
        muster.join("ann");
        signedIn = muster.signIn("ann");
        muster.principal(signedIn);
    }

    @Test
    void refreshTokenEndsItsSessionAtOnce() {
        revokeToken.revoke(signedIn.refreshToken());

        assertThat(session(signedIn.session()).end()).isEqualTo(new Session.End(muster.stamps.now(), EndReason.LOGOUT));
        assertRefused(signedIn);
    }

    @Test
    void accessTokenEndsItsSessionAtOnce() {
        revokeToken.revoke(signedIn.accessToken());

        assertRefused(signedIn);
    }

    @Test
    void spentRefreshTokenEndsItsSession() {
        SignedIn fresh = muster.refreshSession.refresh(signedIn.refreshToken());

        revokeToken.revoke(signedIn.refreshToken());

        assertRefused(fresh);
    }

    @Test
    void otherSessionsGoOn() {
        SignedIn other = muster.signIn("ann");

        revokeToken.revoke(signedIn.refreshToken());

        assertThat(muster.principal(other)).isNotNull();
    }

    @Test
    void sessionThatHasEndedStaysAsItIs() {
        muster.logOut.logOut(muster.principal(signedIn));
        Session.End end = session(signedIn.session()).end();
        muster.clock.advance(Duration.ofSeconds(1));

        revokeToken.revoke(signedIn.refreshToken());
        revokeToken.revoke(signedIn.accessToken());

        assertThat(session(signedIn.session()).end()).isEqualTo(end);
    }

    @Test
    void whatIsNoTokenHasNoEffect() {
        assertThatNoException().isThrownBy(() -> {
            revokeToken.revoke("unknown");
            revokeToken.revoke("");
            revokeToken.revoke(signedIn.accessToken() + "x");
        });

        assertThat(muster.principal(signedIn)).isNotNull();
    }

    @Test
    void expiredAccessTokenHasNoEffect() {
        muster.clock.advance(Duration.ofMinutes(10));

        revokeToken.revoke(signedIn.accessToken());

        assertThat(session(signedIn.session()).end()).isNull();
    }

    private void assertRefused(SignedIn tokens) {
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(() -> muster.authenticate.authenticate(tokens.accessToken()));
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(() -> muster.refreshSession.refresh(tokens.refreshToken()));
    }

    private Session session(SessionId id) {
        return muster.unitOfWork
                .read(Actor.SYSTEM, () -> muster.sessions.find(id))
                .orElseThrow();
    }
}
