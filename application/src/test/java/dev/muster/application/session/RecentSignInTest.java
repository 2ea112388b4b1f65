package dev.muster.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.shared.AccountStage;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.ReauthenticationPolicy;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.shared.Unauthenticated;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What needs a recent sign-in, and what counts as one. */
final class RecentSignInTest {

    private static final Duration AGE = Duration.ofMinutes(15);

    private final AccountStage muster = new AccountStage();
    private SignedIn laptop;
    private SignedIn phone;

    @BeforeEach
    void signIn() {
        muster.join("ann");
        laptop = muster.signIn("ann");
        phone = muster.signIn("ann");
    }

    @Test
    void signInIsRecentUpToTheAgeOfThePolicy() {
        Principal ann = muster.principal(laptop);
        muster.clock.advance(AGE);
        assertThatCode(() -> muster.recentSignIn.require(ann)).doesNotThrowAnyException();
        muster.clock.advance(Duration.ofNanos(1000));

        assertStale(() -> muster.recentSignIn.require(ann));
    }

    @Test
    void refreshIsNoSignIn() {
        muster.clock.advance(AGE.plusSeconds(1));

        Principal refreshed = muster.principal(muster.refreshSession.refresh(laptop.refreshToken()));

        assertStale(() -> muster.recentSignIn.require(refreshed));
    }

    @Test
    void rememberedSessionIsAsOldAsAStoredOne() {
        Principal loaded = muster.principal(laptop);
        muster.clock.advance(Duration.ofMinutes(5));

        assertThat(muster.authenticate.findRemembered(laptop.accessToken())).contains(loaded);
        muster.cache.forgetAll();
        assertThat(muster.principal(laptop)).isEqualTo(loaded);
    }

    @Test
    void policyMayAskForNothing() {
        RecentSignIn off = muster.recentSignIn(new ReauthenticationPolicy(Duration.ZERO));
        Principal ann = muster.principal(laptop);
        muster.clock.advance(Duration.ofDays(29));

        assertThatCode(() -> off.require(ann)).doesNotThrowAnyException();
    }

    @Test
    void endingAnotherSessionNeedsOne() {
        Principal ann = late();

        assertStale(() -> muster.logOut.logOut(ann, phone.session()));

        assertThat(live(ann)).contains(phone.session(), laptop.session());
        Principal anew = muster.principal(muster.signIn("ann"));
        muster.logOut.logOut(anew, phone.session());
        assertThat(live(anew)).doesNotContain(phone.session());
    }

    @Test
    void whatIsNoSessionOfOnesOwnIsRefusedAlike() {
        muster.join("bob");
        SignedIn bobs = muster.signIn("bob");
        Principal ann = late();

        assertStale(() -> muster.logOut.logOut(ann, bobs.session()));
    }

    @Test
    void signingOutNeedsNone() {
        Principal ann = late();
        muster.logOut.logOut(ann, laptop.session());
        assertThat(live(ann)).containsExactly(phone.session());

        muster.logOut.logOut(muster.principal(muster.refreshSession.refresh(phone.refreshToken())));
        assertThat(live(ann)).isEmpty();
    }

    @Test
    void signingOutEverywhereNeedsOne() {
        Principal ann = late();

        assertStale(() -> muster.logOutEverywhere.logOut(ann));

        assertThat(live(ann)).hasSize(2);
        muster.logOutEverywhere.logOut(muster.principal(muster.signIn("ann")));
        assertThat(live(ann)).isEmpty();
    }

    /** Who the laptop speaks for when its sign-in is not recent any more. */
    private Principal late() {
        Principal ann = muster.principal(laptop);
        muster.clock.advance(AGE.plusSeconds(1));
        return ann;
    }

    private List<SessionId> live(Principal principal) {
        return muster.sessionQueries.findLive(principal).stream()
                .map(Session::id)
                .toList();
    }

    private static void assertStale(ThrowingCallable act) {
        assertThatExceptionOfType(Unauthenticated.class).isThrownBy(act).satisfies(stale -> {
            assertThat(stale.code()).isEqualTo(SessionError.REAUTHENTICATION_REQUIRED);
            assertThat(stale.maxAge()).contains(AGE);
        });
    }
}
