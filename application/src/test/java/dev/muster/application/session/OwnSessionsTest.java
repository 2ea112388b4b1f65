package dev.muster.application.session;

import static dev.muster.application.shared.AccountStage.LAPTOP;
import static dev.muster.application.shared.AccountStage.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.shared.AccountStage;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.SessionPolicy;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.Unauthenticated;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seeing where one is signed in, and ending it. */
final class OwnSessionsTest {

    private final AccountStage muster = new AccountStage();
    private SignedIn laptop;
    private SignedIn phone;
    private Principal ann;

    @BeforeEach
    void signIn() {
        muster.join("ann");
        laptop = muster.signIn("ann");
        muster.clock.advance(Duration.ofMinutes(1));
        phone = muster.signIn("ann");
        ann = muster.principal(laptop);
    }

    @Test
    void lastUsedSessionComesFirst() {
        assertThat(muster.sessionQueries.findLive(ann))
                .extracting(Session::id)
                .containsExactly(phone.session(), laptop.session());
    }

    @Test
    void otherSessionEndsAtOnceWithItsAccessToken() {
        muster.principal(phone);

        muster.logOut.logOut(ann, phone.session());

        assertEnded(phone, EndReason.REVOKED);
        assertThat(muster.sessionQueries.findLive(ann)).extracting(Session::id).containsExactly(laptop.session());
    }

    @Test
    void endingTheOwnSessionIsALogout() {
        muster.logOut.logOut(ann, laptop.session());

        assertEnded(laptop, EndReason.LOGOUT);
    }

    @Test
    void sessionOfSomeoneElseIsNotFound() {
        muster.join("bob");
        SignedIn bobs = muster.signIn("bob");

        assertNotFound(bobs.session());
        assertNotFound(new SessionId(UUID.randomUUID()));
        assertThat(muster.principal(bobs)).isNotNull();
    }

    @Test
    void loggingOutEverywhereEndsAllSessionsOfOneselfOnly() {
        muster.join("bob");
        SignedIn bobs = muster.signIn("bob");
        muster.principal(phone);

        muster.logOutEverywhere.logOut(ann);

        assertEnded(laptop, EndReason.LOGOUT);
        assertEnded(phone, EndReason.LOGOUT);
        assertThat(muster.principal(bobs)).isNotNull();
    }

    @Test
    void lineageTellsEveryTokenOldestFirst() {
        SignedIn second = muster.refreshSession.refresh(laptop.refreshToken());
        muster.refreshSession.refresh(second.refreshToken());

        Page<RefreshToken> firstTwo =
                muster.sessionQueries.findLineage(ann, laptop.session(), new PageRequest<>(2, null));
        UUID last = firstTwo.items().getLast().id();
        Page<RefreshToken> rest = muster.sessionQueries.findLineage(ann, laptop.session(), new PageRequest<>(2, last));

        assertThat(firstTwo.hasMore()).isTrue();
        assertThat(firstTwo.items().getFirst().replacedBy()).isEqualTo(last);
        assertThat(rest.items()).extracting(RefreshToken::usedAt).containsOnlyNulls();
        assertThat(rest.items()).hasSize(1);
        assertThat(rest.hasMore()).isFalse();
    }

    @Test
    void oneMoreThanAPersonMayHaveEndsTheLeastRecentlyUsed() {
        SessionPolicy two =
                new SessionPolicy(Duration.ofMinutes(10), Duration.ofDays(7), Duration.ofDays(30), Duration.ZERO, 2);
        LogIn bounded = muster.logIn(muster.proof, muster.noLimits, muster.tokens(two));
        muster.clock.advance(Duration.ofMinutes(1));

        SignedIn third = bounded.logIn("ann", PASSWORD, LAPTOP, null);

        assertEnded(laptop, EndReason.TOO_MANY_SESSIONS);
        assertThat(muster.principal(phone)).isNotNull();
        assertThat(muster.principal(third)).isNotNull();
    }

    private void assertEnded(SignedIn signedIn, EndReason reason) {
        assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> muster.principal(signedIn));
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(() -> muster.refreshSession.refresh(signedIn.refreshToken()));
        Session session = muster.unitOfWork
                .read(Actor.SYSTEM, () -> muster.sessions.find(signedIn.session()))
                .orElseThrow();
        assertThat(Objects.requireNonNull(session.end()).reason()).isEqualTo(reason);
    }

    private void assertNotFound(SessionId id) {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> muster.logOut.logOut(ann, id))
                .satisfies(unknown -> assertThat(unknown.code()).isEqualTo(SessionError.SESSION_NOT_FOUND));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> muster.sessionQueries.findLineage(ann, id, new PageRequest<>(1, null)));
    }
}
