package dev.muster.application.user;

import static dev.muster.application.shared.AccountStage.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.limit.Limits;
import dev.muster.application.session.SignedIn;
import dev.muster.application.shared.AccountStage;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.limit.LimitPolicy;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.TooMany;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserStatus;
import dev.muster.testkit.limit.InMemoryRateLimiter;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResetPasswordTest {

    private static final String ADDRESS = "ann@example.org";
    private static final Password NEW = new Password("a quite different sentence");

    private final AccountStage muster = new AccountStage();

    @BeforeEach
    void join() {
        muster.join("ann");
    }

    @Test
    void linkGivesAnotherPasswordOnce() {
        String link = forgotten();

        assertThat(muster.resetPassword.reset(link, NEW)).isTrue();
        assertThat(muster.signIn("ann", NEW)).isNotNull();
        assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> muster.signIn("ann"));
        assertThat(muster.resetPassword.reset(link, PASSWORD)).isFalse();
    }

    @Test
    void allSessionsEndAtOnceAndTheOwnerIsTold() {
        SignedIn session = muster.signIn("ann");
        muster.principal(session);
        muster.resetPassword.reset(forgotten(), NEW);

        assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> muster.principal(session));
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(() -> muster.refreshSession.refresh(session.refreshToken()));
        assertThat(muster.mailedTo(ADDRESS)).containsExactly("verify email", "reset password", "password changed");
        assertThat(muster.recorded()).contains(AuditAction.PASSWORD_RESET);
    }

    @Test
    void lockDoesNotKeepFromItAndEndsByIt() {
        for (int tries = 0; tries < 10; tries++) {
            assertThatExceptionOfType(Unauthenticated.class)
                    .isThrownBy(() -> muster.signIn("ann", new Password("not the password")));
        }
        assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> muster.signIn("ann"));
        muster.resetPassword.reset(forgotten(), NEW);

        assertThat(muster.signIn("ann", NEW)).isNotNull();
        assertThat(muster.mailedTo(ADDRESS))
                .containsExactly("verify email", "account locked", "reset password", "password changed");
    }

    @Test
    void addressIsVerifiedByIt() {
        muster.resetPassword.reset(forgotten(), NEW);

        assertThat(muster.stored("ann").identity().emailVerified()).isTrue();
    }

    @Test
    void suspendedAccountStaysSuspended() {
        muster.suspend("ann");

        assertThat(muster.resetPassword.reset(forgotten(), NEW)).isTrue();
        assertThat(muster.stored("ann").status()).isEqualTo(UserStatus.SUSPENDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "Ann at example.org"})
    void passwordThatMayNotBeChosenLeavesTheLinkGood(String password) {
        String link = forgotten();

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> muster.resetPassword.reset(link, new Password(password)))
                .satisfies(weak -> assertThat(weak.code()).isEqualTo(UserError.WEAK_PASSWORD));
        assertThat(muster.resetPassword.reset(link, NEW)).isTrue();
    }

    @Test
    void oneOfFiftyWhoUseALinkAtOnceSucceeds() {
        String link = forgotten();
        List<Boolean> won = Race.values(Race.of(
                50, thread -> muster.resetPassword.reset(link, new Password("a sentence of thread " + thread))));

        assertThat(won).filteredOn(Boolean::booleanValue).hasSize(1);
        Password winner = new Password("a sentence of thread " + won.indexOf(true));
        assertThat(muster.signIn("ann", winner)).isNotNull();
    }

    @Test
    void newestLinkKillsOlderOnes() {
        String older = forgotten();
        muster.clock.advance(Duration.ofMinutes(5));
        String newest = forgotten();

        assertThat(muster.resetPassword.reset(older, NEW)).isFalse();
        assertThat(muster.resetPassword.reset(newest, NEW)).isTrue();
    }

    @Test
    void linkIsNotSentAgainForAWhileSoStrangersCannotSpoilIt() {
        String link = forgotten();
        forgotten();
        forgotten();

        assertThat(muster.mailedTo(ADDRESS)).containsExactly("verify email", "reset password");
        assertThat(muster.resetPassword.reset(link, NEW)).isTrue();
    }

    @Test
    void linkIsWorthNothingAfterHalfAnHour() {
        String link = forgotten();
        muster.clock.advance(Duration.ofMinutes(30));

        assertThat(muster.resetPassword.reset(link, NEW)).isFalse();
    }

    @Test
    void changeOfPasswordMakesTheLinkWorthless() {
        String link = forgotten();
        muster.changePassword.change(muster.principal(muster.signIn("ann")), PASSWORD, NEW);

        assertThat(muster.resetPassword.reset(link, PASSWORD)).isFalse();
    }

    @Test
    void deletedAccountGetsNoLinkAndUsesNone() {
        String link = forgotten();
        muster.deleteAccount.delete(muster.principal(muster.signIn("ann")), PASSWORD, null);
        muster.clock.advance(Duration.ofMinutes(6));
        muster.wantLetter.wantReset(new EmailAddress(ADDRESS), null);

        assertThat(muster.resetPassword.reset(link, NEW)).isFalse();
        assertThat(muster.mailedTo(ADDRESS)).containsExactly("verify email", "reset password", "account deleted");
    }

    @Test
    void verificationLinkIsNoResetLink() {
        String verification = muster.mailedLink(ADDRESS);

        assertThat(muster.resetPassword.reset(verification, NEW)).isFalse();
        assertThat(muster.resetPassword.reset("", NEW)).isFalse();
    }

    @Test
    void wishesOfOneSourceAreLimitedWhoeverTheyAreFor() {
        Limits limits = new Limits(new InMemoryRateLimiter(muster.clock), LimitPolicy.DEFAULT);
        WantLetter limited = new WantLetter(muster.unitOfWork, muster.letters, limits);
        for (int wish = 0; wish < 10; wish++) {
            limited.wantReset(new EmailAddress("person" + wish + "@example.org"), "192.0.2.1");
        }

        assertThatExceptionOfType(TooMany.class)
                .isThrownBy(() -> limited.wantReset(new EmailAddress(ADDRESS), "192.0.2.1"));
        limited.wantReset(new EmailAddress(ADDRESS), "192.0.2.2");
        assertThat(muster.mailedTo(ADDRESS)).containsExactly("verify email", "reset password");
    }

    private String forgotten() {
        muster.wantLetter.wantReset(new EmailAddress(ADDRESS), null);
        return muster.mailedLink(ADDRESS);
    }
}
