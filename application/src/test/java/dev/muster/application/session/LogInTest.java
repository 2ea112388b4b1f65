package dev.muster.application.session;

import static dev.muster.application.shared.AccountStage.LAPTOP;
import static dev.muster.application.shared.AccountStage.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.shared.AccountStage;
import dev.muster.application.shared.CountingPasswordHasher;
import dev.muster.domain.session.AccessToken;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.SessionPolicy;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.domain.user.LockoutPolicy;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.User;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.user.FastPasswordHasher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogInTest {

    private static final Password WRONG = new Password("wrong horse battery staple");

    private final AccountStage muster = new AccountStage();
    private User ann;

    @BeforeEach
    void join() {
        ann = muster.join("ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "ANN", " ann ", "ann@example.org", "Ann@Example.org"})
    void identifierIsUsernameOrAddressInAnyCase(String identifier) {
        SignedIn signedIn = muster.signIn(identifier, PASSWORD);

        assertThat(signedIn.user().id()).isEqualTo(ann.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "bob@example.org", "", "x", "@", "a@@b", "no such name", "nu\u0000l", "ann@example"})
    void unknownIdentifierIsRefusedAndTakesOneHash(String identifier) {
        assertRefused(identifier, PASSWORD);
        assertThat(hashings(identifier, PASSWORD)).isEqualTo(1);
    }

    @Test
    void wrongPasswordIsRefusedAndTakesOneHash() {
        assertRefused("ann", WRONG);
        assertThat(hashings("ann", WRONG)).isEqualTo(1);
    }

    @Test
    void suspendedAccountIsRefusedAndTakesOneHash() {
        muster.suspend("ann");

        assertRefused("ann", PASSWORD);
        assertThat(hashings("ann", PASSWORD)).isEqualTo(1);
    }

    @Test
    void successTakesOneHash() {
        assertThat(hashings("ann", PASSWORD)).isEqualTo(1);
    }

    @Test
    void refusalsAreNotToldApart() {
        muster.join("bob");
        muster.suspend("bob");

        String unknown = refusal("nobody", PASSWORD).detail();
        String wrong = refusal("ann", WRONG).detail();
        String suspended = refusal("bob", PASSWORD).detail();

        assertThat(List.of(unknown, wrong, suspended)).containsOnly(unknown);
    }

    @Test
    void accountThatIsShutMeanwhileIsRefused() {
        muster.secrets.interruptOnce(() -> muster.suspend("ann"));

        assertRefused("ann", PASSWORD);
        assertThat(muster.stored("ann").signIns().lastLoginAt()).isNull();
    }

    @Test
    void refusalCountsTheWrongPasswordAndChangesNothingElse() {
        assertRefused("ann", WRONG);

        User stored = muster.stored("ann");
        assertThat(stored.signIns().failedAttempts()).isEqualTo(1);
        assertThat(stored).usingRecursiveComparison().ignoringFields("signIns").isEqualTo(ann);
    }

    @Test
    void tooManyWrongPasswordsShutSignInForATime() {
        for (int attempt = 1; attempt <= LockoutPolicy.DEFAULT.maxFailures(); attempt++) {
            assertRefused("ann", WRONG);
        }

        assertRefused("ann", PASSWORD);
        assertThat(hashings("ann", PASSWORD)).isEqualTo(1);
        muster.clock.advance(LockoutPolicy.DEFAULT.lock());
        assertThat(muster.signIn("ann").user().signIns().isLocked(muster.stamps.now()))
                .isFalse();
    }

    @Test
    void signInBeginsTheCountOfWrongPasswordsAnew() {
        for (int round = 0; round < 3; round++) {
            for (int attempt = 1; attempt < LockoutPolicy.DEFAULT.maxFailures(); attempt++) {
                assertRefused("ann", WRONG);
            }

            assertThat(muster.signIn("ann").user().signIns().failedAttempts()).isZero();
        }
    }

    @Test
    void oneSessionMoreThanAllowedEndsTheLeastRecentlyUsed() {
        SessionPolicy usual = SessionPolicy.DEFAULT;
        SessionPolicy two =
                new SessionPolicy(usual.accessTokenLife(), usual.idleLife(), usual.absoluteLife(), usual.grace(), 2);
        LogIn twice = muster.logIn(muster.proof, muster.noLimits, muster.tokens(two));
        SignedIn first = signIn(twice);
        muster.authenticate.authenticate(first.accessToken());
        muster.clock.advance(Duration.ofSeconds(1));
        SignedIn second = signIn(twice);
        muster.clock.advance(Duration.ofSeconds(1));
        SignedIn third = signIn(twice);

        assertThat(stored(first.session()).end())
                .isEqualTo(new Session.End(muster.stamps.now(), EndReason.TOO_MANY_SESSIONS));
        assertThat(muster.authenticate.findRemembered(first.accessToken())).isEmpty();
        assertThat(stored(second.session()).end()).isNull();
        assertThat(stored(third.session()).end()).isNull();
    }

    @Test
    void signInIsNotedInTheAccount() {
        muster.clock.advance(Duration.ofHours(1));

        SignedIn signedIn = muster.signIn("ann");

        assertThat(signedIn.user()).isEqualTo(muster.stored("ann"));
        assertThat(signedIn.user().signIns().lastLoginAt()).isEqualTo(muster.stamps.now());
        assertThat(signedIn.user().version()).isEqualTo(2);
    }

    @Test
    void sessionIsStoredWithItsDevice() {
        Session session = stored(muster.signIn("ann").session());

        Instant now = muster.stamps.now();
        assertThat(session.user()).isEqualTo(ann.id());
        assertThat(session.device()).isEqualTo(LAPTOP);
        assertThat(session.createdAt()).isEqualTo(now);
        assertThat(session.expiresAt()).isEqualTo(now.plus(Duration.ofDays(30)));
        assertThat(session.end()).isNull();
    }

    @Test
    void accessTokenSpeaksForTheSession() {
        SignedIn signedIn = muster.signIn("ann");

        AccessToken token = verified(signedIn);
        assertThat(token.subject()).isEqualTo(ann.id());
        assertThat(token.session()).isEqualTo(signedIn.session());
        assertThat(token.roles()).isEqualTo(ann.roles());
        assertThat(muster.authenticate.authenticate(signedIn.accessToken()).user())
                .isEqualTo(ann.id());
    }

    @Test
    void livesAreThoseOfThePolicy() {
        SignedIn signedIn = muster.signIn("ann");

        assertThat(signedIn.accessLife()).isEqualTo(Duration.ofMinutes(10));
        assertThat(signedIn.refreshLife()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void tokensEndNoLaterThanTheirSession() {
        SessionPolicy brief = new SessionPolicy(
                Duration.ofMinutes(10), Duration.ofMinutes(11), Duration.ofMinutes(11), Duration.ofSeconds(10), 50);
        LogIn briefly = muster.logIn(muster.proof, muster.noLimits, muster.tokens(brief));
        RefreshSession refresh = new RefreshSession(
                muster.unitOfWork, muster.sessions, muster.users, muster.endSessions, muster.tokens(brief));
        SignedIn first = signIn(briefly);
        Instant end = stored(first.session()).expiresAt();
        muster.clock.advance(Duration.ofMinutes(5));

        SignedIn second = refresh.refresh(first.refreshToken());

        assertThat(verified(second).expiresAt()).isBeforeOrEqualTo(end);
        assertThat(muster.clock.instant().plus(second.refreshLife())).isEqualTo(end);
    }

    @Test
    void tokensAreNotPrinted() {
        SignedIn signedIn = muster.signIn("ann");

        assertThat(signedIn.toString())
                .doesNotContain(signedIn.accessToken())
                .doesNotContain(signedIn.refreshToken())
                .contains(signedIn.session().toString());
    }

    @Test
    void hashIsReplacedWhenParametersHaveBeenRaised() {
        CountingPasswordHasher raised = new CountingPasswordHasher(new FastPasswordHasher(2));
        PasswordHash before = muster.storedHash("ann");
        LogIn stronger = muster.logIn(muster.proof(raised), muster.noLimits, muster.tokens);

        int hashings = raised.countDuring(() -> signIn(stronger));

        PasswordHash stored = muster.storedHash("ann");
        assertThat(hashings).isEqualTo(2);
        assertThat(stored).isNotEqualTo(before);
        assertThat(raised.needsRehash(stored)).isFalse();
        assertThat(raised.verify(PASSWORD, stored)).isTrue();
        assertThat(raised.countDuring(() -> signIn(stronger))).isEqualTo(1);
    }

    @Test
    void hashIsKeptWhileParametersAreTheSame() {
        PasswordHash before = muster.storedHash("ann");
        muster.signIn("ann");

        assertThat(muster.storedHash("ann")).isEqualTo(before);
    }

    @Test
    void signInsAtOnceAllSucceedWithASessionEach() {
        List<SignedIn> all = Race.values(Race.of(thread -> muster.signIn("ann")));

        assertThat(all).extracting(SignedIn::session).doesNotHaveDuplicates();
        assertThat(all).extracting(SignedIn::refreshToken).doesNotHaveDuplicates();
        assertThat(all)
                .allSatisfy(one -> assertThat(muster.authenticate
                                .authenticate(one.accessToken())
                                .session())
                        .isEqualTo(one.session()));
        assertThat(muster.stored("ann").version()).isEqualTo(1 + Race.THREADS);
    }

    private static SignedIn signIn(LogIn by) {
        return by.logIn("ann", PASSWORD, LAPTOP, null);
    }

    private int hashings(String identifier, Password password) {
        return muster.hasher.countDuring(() -> muster.signIn(identifier, password));
    }

    private void assertRefused(String identifier, Password password) {
        assertThat(refusal(identifier, password).code()).isEqualTo(SessionError.INVALID_CREDENTIALS);
    }

    private Unauthenticated refusal(String identifier, Password password) {
        return assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(() -> muster.signIn(identifier, password))
                .actual();
    }

    private AccessToken verified(SignedIn signedIn) {
        return muster.accessTokens
                .verify(signedIn.accessToken(), muster.clock.instant())
                .orElseThrow();
    }

    private Session stored(SessionId id) {
        return muster.unitOfWork
                .read(Actor.SYSTEM, () -> muster.sessions.find(id))
                .orElseThrow();
    }
}
