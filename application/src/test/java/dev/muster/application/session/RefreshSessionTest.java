package dev.muster.application.session;

import static dev.muster.domain.session.SessionError.INVALID_ACCESS_TOKEN;
import static dev.muster.domain.session.SessionError.INVALID_REFRESH_TOKEN;
import static dev.muster.domain.session.SessionError.REFRESH_TOKEN_EXPIRED;
import static dev.muster.domain.session.SessionError.REFRESH_TOKEN_REUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.shared.AccountStage;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.session.SessionPolicy;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RefreshSessionTest {

    private static final Duration GRACE = SessionPolicy.DEFAULT.grace();
    private static final Duration IDLE_LIFE = Duration.ofDays(7);
    private static final Duration ABSOLUTE_LIFE = Duration.ofDays(30);

    private final AccountStage muster = new AccountStage();
    private final RefreshSession refreshSession = muster.refreshSession;
    private SignedIn first;

    @BeforeEach
    void signIn() {
        muster.join("ann");
        first = muster.signIn("ann");
    }

    @Test
    void refreshGivesNewTokensOfTheSameSession() {
        muster.clock.advance(Duration.ofHours(1));

        SignedIn second = refreshSession.refresh(first.refreshToken());

        assertThat(second.session()).isEqualTo(first.session());
        assertThat(second.user()).isEqualTo(muster.stored("ann"));
        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
        assertThat(second.accessLife()).isEqualTo(Duration.ofMinutes(10));
        assertThat(second.refreshLife()).isEqualTo(IDLE_LIFE);
        assertThat(muster.authenticate.authenticate(second.accessToken()).session())
                .isEqualTo(first.session());
    }

    @Test
    void useIsNotedInTheSession() {
        muster.clock.advance(Duration.ofHours(1));

        refreshSession.refresh(first.refreshToken());

        assertThat(session().lastUsedAt()).isEqualTo(muster.stamps.now());
    }

    @Test
    void unknownTokenIsRefused() {
        assertRefused(INVALID_REFRESH_TOKEN, "never issued");
        assertRefused(INVALID_REFRESH_TOKEN, "");
    }

    @Test
    void accessTokenIsNoRefreshToken() {
        assertRefused(INVALID_REFRESH_TOKEN, first.accessToken());
    }

    @Test
    void spentTokenThatComesAgainAMomentLaterGetsTheSameSuccessor() {
        SignedIn second = refreshSession.refresh(first.refreshToken());
        muster.clock.advance(GRACE.minusMillis(1));

        SignedIn again = refreshSession.refresh(first.refreshToken());

        assertThat(again.refreshToken()).isEqualTo(second.refreshToken());
        assertThat(again.session()).isEqualTo(first.session());
        assertThat(again.refreshLife()).isEqualTo(IDLE_LIFE.minus(GRACE).plusMillis(1));
        assertThat(muster.authenticate.authenticate(again.accessToken()).session())
                .isEqualTo(first.session());
        assertThat(refreshSession.refresh(again.refreshToken()).session()).isEqualTo(first.session());
    }

    @Test
    void spentTokenWhoseSuccessorIsSpentEndsTheSessionAtOnce() {
        refreshSession.refresh(refreshSession.refresh(first.refreshToken()).refreshToken());

        assertRefused(REFRESH_TOKEN_REUSED, first.refreshToken());
        assertThat(session().end()).isNotNull();
    }

    @Test
    void spentTokenOfASessionThatWasLeftIsRefused() {
        SignedIn second = refreshSession.refresh(first.refreshToken());
        muster.logOut.logOut(muster.authenticate.authenticate(second.accessToken()));

        assertRefused(INVALID_REFRESH_TOKEN, first.refreshToken());
        assertThat(session().end()).isEqualTo(new Session.End(muster.stamps.now(), EndReason.LOGOUT));
    }

    @Test
    void spentTokenOfAShutAccountIsRefused() {
        refreshSession.refresh(first.refreshToken());
        muster.suspend("ann");

        assertRefused(INVALID_REFRESH_TOKEN, first.refreshToken());
    }

    @Test
    void spentTokenThatComesAgainLaterEndsTheSession() {
        SignedIn second = refreshSession.refresh(first.refreshToken());
        muster.clock.advance(GRACE);

        assertRefused(REFRESH_TOKEN_REUSED, first.refreshToken());

        assertThat(session().end()).isEqualTo(new Session.End(muster.stamps.now(), EndReason.TOKEN_REUSED));
        assertRefused(INVALID_REFRESH_TOKEN, second.refreshToken());
    }

    @Test
    void reuseEndsAccessTokensAtOnce() {
        SignedIn second = refreshSession.refresh(first.refreshToken());
        muster.authenticate.authenticate(second.accessToken());
        muster.clock.advance(GRACE);

        assertRefused(REFRESH_TOKEN_REUSED, first.refreshToken());

        assertThat(muster.authenticate.findRemembered(second.accessToken())).isEmpty();
        assertCode(INVALID_ACCESS_TOKEN, () -> muster.authenticate.authenticate(first.accessToken()));
        assertCode(INVALID_ACCESS_TOKEN, () -> muster.authenticate.authenticate(second.accessToken()));
    }

    @Test
    void reuseLeavesOtherSessionsAlone() {
        SignedIn other = muster.signIn("ann");
        refreshSession.refresh(first.refreshToken());
        muster.clock.advance(GRACE);
        assertRefused(REFRESH_TOKEN_REUSED, first.refreshToken());

        assertThat(refreshSession.refresh(other.refreshToken()).session()).isEqualTo(other.session());
    }

    @Test
    void spentTokenIsKnownAsReusedEvenAfterItsTime() {
        refreshSession.refresh(first.refreshToken());
        muster.clock.advance(IDLE_LIFE.plusDays(1));

        assertRefused(REFRESH_TOKEN_REUSED, first.refreshToken());
    }

    @Test
    void tokenExpiresWithTheIdleLife() {
        muster.clock.advance(IDLE_LIFE.minusNanos(1000));
        SignedIn second = refreshSession.refresh(first.refreshToken());
        muster.clock.advance(IDLE_LIFE);

        assertRefused(REFRESH_TOKEN_EXPIRED, second.refreshToken());
    }

    @Test
    void tokenNeverOutlivesTheAbsoluteLife() {
        Instant end = session().expiresAt();
        SignedIn latest = first;
        for (int use = 1; use <= 4; use++) {
            muster.clock.advance(Duration.ofDays(6));
            latest = refreshSession.refresh(latest.refreshToken());
            assertThat(muster.clock.instant().plus(latest.refreshLife())).isBeforeOrEqualTo(end);
        }

        assertThat(latest.refreshLife()).isEqualTo(ABSOLUTE_LIFE.minusDays(24));
        muster.clock.set(end.minusSeconds(1));
        String last = refreshSession.refresh(latest.refreshToken()).refreshToken();
        muster.clock.set(end);
        assertRefused(REFRESH_TOKEN_EXPIRED, last);
    }

    @Test
    void tokenOfASessionThatWasLeftIsRefused() {
        muster.logOut.logOut(muster.authenticate.authenticate(first.accessToken()));

        assertRefused(INVALID_REFRESH_TOKEN, first.refreshToken());
    }

    @Test
    void tokenOfAShutAccountIsRefused() {
        muster.suspend("ann");

        assertRefused(INVALID_REFRESH_TOKEN, first.refreshToken());
    }

    @Test
    void tokenSpentMeanwhileGetsTheSameSuccessor() {
        AtomicReference<SignedIn> faster = new AtomicReference<>();
        muster.secrets.interruptOnce(() -> faster.set(refreshSession.refresh(first.refreshToken())));

        SignedIn slower = refreshSession.refresh(first.refreshToken());

        assertThat(slower.refreshToken()).isEqualTo(faster.get().refreshToken());
        assertThat(session().end()).isNull();
    }

    @Test
    void sessionLeftMeanwhileStaysLeftByItsOwner() {
        muster.secrets.interruptOnce(() -> muster.logOut.logOut(muster.authenticate.authenticate(first.accessToken())));

        assertRefused(INVALID_REFRESH_TOKEN, first.refreshToken());
        assertThat(session().end()).isEqualTo(new Session.End(muster.stamps.now(), EndReason.LOGOUT));
    }

    @Test
    void allOfManyAtOnceGetTheSameSuccessor() {
        List<SignedIn> all = Race.values(Race.of(thread -> refreshSession.refresh(first.refreshToken())));

        assertThat(all)
                .extracting(SignedIn::refreshToken)
                .containsOnly(all.getFirst().refreshToken());
        assertThat(all)
                .allSatisfy(one -> assertThat(muster.authenticate
                                .authenticate(one.accessToken())
                                .session())
                        .isEqualTo(first.session()));
        assertThat(session().end()).isNull();
    }

    private void assertRefused(SessionError code, String token) {
        assertCode(code, () -> refreshSession.refresh(token));
    }

    private static void assertCode(SessionError code, ThrowingCallable call) {
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private Session session() {
        return muster.unitOfWork
                .read(Actor.SYSTEM, () -> muster.sessions.find(first.session()))
                .orElseThrow();
    }
}
