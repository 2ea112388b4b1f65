package dev.muster.application.user;

import static dev.muster.application.shared.AccountStage.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.application.session.SignedIn;
import dev.muster.application.shared.AccountStage;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.TooMany;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.domain.shared.Violation;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.UserError;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChangePasswordTest {

    private static final Password NEW = new Password("a quite different sentence");
    private static final Password WRONG = new Password("not the password");

    private final AccountStage muster = new AccountStage();
    private SignedIn here;
    private SignedIn elsewhere;
    private Principal ann;

    @BeforeEach
    void signIn() {
        muster.join("ann");
        here = muster.signIn("ann");
        elsewhere = muster.signIn("ann");
        ann = muster.principal(here);
        muster.principal(elsewhere);
    }

    @Test
    void newPasswordSignsInAndTheOldOneDoesNot() {
        change(PASSWORD, NEW);

        assertThat(muster.signIn("ann", NEW).session()).isNotNull();
        assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> muster.signIn("ann"));
    }

    @Test
    void otherSessionsEndAtOnceAndThisOneGoesOn() {
        change(PASSWORD, NEW);

        assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> muster.principal(elsewhere));
        assertThat(muster.principal(here)).isEqualTo(ann);
        assertThat(muster.refreshSession.refresh(here.refreshToken()).session()).isEqualTo(here.session());
    }

    @Test
    void wrongCurrentPasswordIsRefusedAndCounted() {
        assertWrong();

        assertThat(muster.stored("ann").signIns().failedAttempts()).isEqualTo(1);
        assertThat(muster.principal(elsewhere)).isNotNull();
    }

    @Test
    void tooManyWrongOnesLock() {
        for (int tries = 0; tries < 10; tries++) {
            assertWrong();
        }
        muster.clock.advance(Duration.ofMinutes(5));

        assertThatExceptionOfType(TooMany.class)
                .isThrownBy(() -> change(PASSWORD, NEW))
                .satisfies(locked -> {
                    assertThat(locked.code()).isEqualTo(UserError.PASSWORD_LOCKED);
                    assertThat(locked.retryAfter()).isEqualTo(Duration.ofMinutes(10));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "Ann at example.org"})
    void passwordThatMayNotBeChosenIsRefused(String password) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> change(PASSWORD, new Password(password)))
                .satisfies(weak -> {
                    assertThat(weak.code()).isEqualTo(UserError.WEAK_PASSWORD);
                    assertThat(weak.violations()).extracting(Violation::pointer).containsExactly("/new_password");
                });
        assertThat(muster.principal(elsewhere)).isNotNull();
    }

    @Test
    void ofManyChangesAtOnceOneWins() {
        List<Race.Outcome<Integer>> outcomes = Race.of(thread -> {
            change(PASSWORD, new Password("another sentence number " + thread));
            return thread;
        });

        assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
    }

    private void change(Password current, Password wanted) {
        muster.changePassword.change(ann, current, wanted);
    }

    private void assertWrong() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> change(WRONG, NEW))
                .satisfies(invalid -> assertThat(invalid.violations())
                        .extracting(Violation::pointer, Violation::code)
                        .containsExactly(tuple("/current_password", UserError.WRONG_PASSWORD)));
    }
}
