package dev.muster.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.shared.AccountStage;
import dev.muster.domain.session.AccessToken;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthenticateTest {

    private final AccountStage muster = new AccountStage();
    private final Authenticate authenticate = muster.authenticate;
    private User ann;
    private SignedIn signedIn;

    @BeforeEach
    void signIn() {
        ann = muster.join("ann");
        signedIn = muster.signIn("ann");
    }

    @Test
    void tokenSpeaksForItsPersonAndSession() {
        Principal principal = authenticate.authenticate(signedIn.accessToken());

        Instant now = muster.stamps.now();
        Instant end = now.plus(Duration.ofDays(30));
        assertThat(principal).isEqualTo(new Principal(ann.id(), signedIn.session(), Set.of(), now, end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "a.b.c", "\u0000"})
    void whatIsNoTokenIsRefused(String token) {
        assertRefused(() -> authenticate.authenticate(token));
        assertRefused(() -> authenticate.findRemembered(token));
    }

    @Test
    void refreshTokenIsNoAccessToken() {
        assertRefused(() -> authenticate.authenticate(signedIn.refreshToken()));
    }

    @Test
    void sessionIsRememberedFromItsFirstRequestOn() {
        assertThat(authenticate.findRemembered(signedIn.accessToken())).isEmpty();

        Principal principal = authenticate.authenticate(signedIn.accessToken());

        assertThat(authenticate.findRemembered(signedIn.accessToken())).contains(principal);
    }

    @Test
    void rememberedSessionTakesNoLookAtTheStore() {
        Principal principal = authenticate.authenticate(signedIn.accessToken());
        endInTheStore(signedIn.session());

        assertThat(authenticate.authenticate(signedIn.accessToken())).isEqualTo(principal);
    }

    @Test
    void forgottenSessionIsLookedUpAgain() {
        authenticate.authenticate(signedIn.accessToken());
        endInTheStore(signedIn.session());

        muster.cache.forget(signedIn.session());

        assertRefused(() -> authenticate.authenticate(signedIn.accessToken()));
    }

    @Test
    void expiredTokenIsRefusedThoughItsSessionIsRemembered() {
        authenticate.authenticate(signedIn.accessToken());
        muster.clock.advance(signedIn.accessLife());

        assertRefused(() -> authenticate.authenticate(signedIn.accessToken()));
        assertRefused(() -> authenticate.findRemembered(signedIn.accessToken()));
    }

    @Test
    void sessionBeyondItsEndIsRefusedThoughItIsRemembered() {
        Instant end = muster.stamps.now().plus(Duration.ofDays(30));
        muster.cache.find(signedIn.session(), id -> remembered(ann.id(), end));
        muster.clock.set(end);
        String late = sign(ann.id(), signedIn.session(), end);

        assertRefused(() -> authenticate.authenticate(late));
    }

    @Test
    void sessionBeyondItsEndIsRefusedByTheStore() {
        Instant end = muster.stamps.now().plus(Duration.ofDays(30));
        muster.clock.set(end);

        assertRefused(() -> authenticate.authenticate(sign(ann.id(), signedIn.session(), end)));
    }

    @Test
    void tokenForAnotherPersonsSessionIsRefused() {
        User bob = muster.join("bob");
        String mixed = sign(bob.id(), signedIn.session(), muster.clock.instant());

        assertRefused(() -> authenticate.authenticate(mixed));
        assertRefused(() -> authenticate.findRemembered(mixed));
    }

    @Test
    void tokenOfAnUnknownSessionIsRefused() {
        String unknown = sign(ann.id(), new SessionId(muster.stamps.nextId()), muster.clock.instant());

        assertRefused(() -> authenticate.authenticate(unknown));
    }

    @Test
    void tokenOfAShutAccountIsRefused() {
        muster.suspend("ann");

        assertRefused(() -> authenticate.authenticate(signedIn.accessToken()));
    }

    @Test
    void rolesAreThoseOfTheStoreAndNotOfTheToken() {
        Instant now = muster.clock.instant();
        AccessToken boasting = new AccessToken(
                muster.stamps.nextId(), ann.id(), signedIn.session(), Set.of(Role.ADMIN), now, now.plusSeconds(60));

        Principal principal = authenticate.authenticate(muster.accessTokens.sign(boasting));

        assertThat(principal.permissions()).isEmpty();
    }

    @Test
    void requestsAtOnceAllSpeakForTheSamePerson() {
        assertThat(Race.values(Race.of(thread -> authenticate.authenticate(signedIn.accessToken()))))
                .extracting(Principal::user)
                .containsOnly(ann.id());
    }

    @Test
    void noRequestThatRacesALogoutIsAcceptedAfterIt() {
        Principal principal = authenticate.authenticate(signedIn.accessToken());
        muster.cache.forget(signedIn.session());

        Race.of(thread -> {
            if (thread == 0) {
                muster.logOut.logOut(principal);
                return principal;
            }
            return authenticate.authenticate(signedIn.accessToken());
        });

        assertRefused(() -> authenticate.authenticate(signedIn.accessToken()));
    }

    private String sign(UserId subject, SessionId session, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.SECONDS);
        return muster.accessTokens.sign(new AccessToken(
                muster.stamps.nextId(), subject, session, Set.of(Role.USER), now, now.plusSeconds(600)));
    }

    private Optional<Principal> remembered(UserId user, Instant end) {
        return Optional.of(new Principal(user, signedIn.session(), Set.of(), end.minusSeconds(1), end));
    }

    /** Ends a session as another node would: nothing is forgotten here. */
    private void endInTheStore(SessionId id) {
        muster.unitOfWork.write(Actor.SYSTEM, () -> {
            muster.sessions.end(id, new Session.End(muster.stamps.now(), EndReason.LOGOUT));
            return id;
        });
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(SessionError.INVALID_ACCESS_TOKEN));
    }
}
