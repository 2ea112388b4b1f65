package dev.muster.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.shared.AccountStage;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LogOutTest {

    private final AccountStage muster = new AccountStage();
    private SignedIn signedIn;
    private Principal principal;

    @BeforeEach
    void signIn() {
        muster.join("ann");
        signedIn = muster.signIn("ann");
        principal = muster.authenticate.authenticate(signedIn.accessToken());
    }

    @Test
    void sessionIsEndedWithTimeAndReason() {
        muster.clock.advance(Duration.ofMinutes(1));

        muster.logOut.logOut(principal);

        assertThat(session(signedIn.session()).end()).isEqualTo(new Session.End(muster.stamps.now(), EndReason.LOGOUT));
    }

    @Test
    void accessTokenIsRefusedAtOnce() {
        muster.logOut.logOut(principal);

        assertThat(muster.authenticate.findRemembered(signedIn.accessToken())).isEmpty();
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(() -> muster.authenticate.authenticate(signedIn.accessToken()))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(SessionError.INVALID_ACCESS_TOKEN));
    }

    @Test
    void refreshTokenIsRefused() {
        muster.logOut.logOut(principal);

        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(() -> muster.refreshSession.refresh(signedIn.refreshToken()))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(SessionError.INVALID_REFRESH_TOKEN));
    }

    @Test
    void otherSessionsOfThePersonGoOn() {
        SignedIn phone = muster.signIn("ann");

        muster.logOut.logOut(principal);

        assertThat(muster.authenticate.authenticate(phone.accessToken()).session())
                .isEqualTo(phone.session());
        assertThat(muster.refreshSession.refresh(phone.refreshToken()).session())
                .isEqualTo(phone.session());
    }

    @Test
    void secondTimeKeepsTheFirstEnd() {
        Instant ended = muster.stamps.now();
        muster.logOut.logOut(principal);
        muster.clock.advance(Duration.ofMinutes(1));

        muster.logOut.logOut(principal);

        assertThat(session(signedIn.session()).end()).isEqualTo(new Session.End(ended, EndReason.LOGOUT));
    }

    @Test
    void endThatCameBeforeIsNotRecordedAgain() {
        SignedIn phone = muster.signIn("ann");
        muster.logOut.logOut(principal, phone.session());

        muster.logOut.logOut(principal, phone.session());
        muster.logOut.logOut(principal);
        muster.logOut.logOut(principal);

        assertThat(muster.recorded())
                .filteredOn(AuditAction.SESSION_ENDED::equals)
                .hasSize(2);
    }

    @Test
    void ofManyWhoEndASessionAtOnceOneIsRecorded() {
        Race.values(Race.of(thread -> {
            muster.logOut.logOut(principal);
            return thread;
        }));

        assertThat(muster.recorded())
                .filteredOn(AuditAction.SESSION_ENDED::equals)
                .hasSize(1);
    }

    private Session session(SessionId id) {
        return muster.unitOfWork
                .read(Actor.SYSTEM, () -> muster.sessions.find(id))
                .orElseThrow();
    }
}
