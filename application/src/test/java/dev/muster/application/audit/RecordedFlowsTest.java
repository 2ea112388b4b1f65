package dev.muster.application.audit;

import static dev.muster.application.shared.AccountStage.PASSWORD;
import static dev.muster.domain.audit.AuditAction.ACCOUNT_LOCKED;
import static dev.muster.domain.audit.AuditAction.LOGIN_FAILED;
import static dev.muster.domain.audit.AuditAction.LOGIN_SUCCEEDED;
import static dev.muster.domain.audit.AuditAction.PASSWORD_CHANGED;
import static dev.muster.domain.audit.AuditAction.REFRESH_TOKEN_REUSED;
import static dev.muster.domain.audit.AuditAction.REGISTRATION_REPEATED;
import static dev.muster.domain.audit.AuditAction.SESSION_ENDED;
import static dev.muster.domain.audit.AuditAction.USER_DELETED;
import static dev.muster.domain.audit.AuditAction.USER_RECOVERED;
import static dev.muster.domain.audit.AuditAction.USER_REGISTERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.session.SignedIn;
import dev.muster.application.shared.AccountStage;
import dev.muster.domain.session.SessionPolicy;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.User;
import dev.muster.domain.user.Username;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the flows of an account leave in the audit log, newest first (requirements A2 to A4, A11). */
final class RecordedFlowsTest {

    private final AccountStage muster = new AccountStage();
    private final User ann = muster.join("ann");

    @Test
    void registrationIsRecordedAndSoIsItsRepetition() {
        var again = AccountStage.wish("ann");
        muster.registerUser.register(new dev.muster.application.user.Registration(
                again.email(), new Username("other"), again.name(), again.password(), null, null));

        assertThat(muster.recorded()).containsExactly(REGISTRATION_REPEATED, USER_REGISTERED);
    }

    @Test
    void signInAndSignOutAreRecorded() {
        muster.logOut.logOut(muster.principal(muster.signIn("ann")));

        assertThat(muster.recorded()).containsExactly(SESSION_ENDED, LOGIN_SUCCEEDED, USER_REGISTERED);
    }

    @Test
    void wrongPasswordsAndTheLockAreRecordedAlsoOfNobody() {
        for (int tries = 0; tries < 10; tries++) {
            assertRefused("ann");
        }
        assertRefused("nobody");

        assertThat(muster.recorded().subList(0, 3)).containsExactly(LOGIN_FAILED, ACCOUNT_LOCKED, LOGIN_FAILED);
        assertThat(muster.recorded()).filteredOn(LOGIN_FAILED::equals).hasSize(11);
    }

    @Test
    void reuseOfARefreshTokenIsRecordedWithTheEndOfItsSession() {
        SignedIn first = muster.signIn("ann");
        muster.refreshSession.refresh(first.refreshToken());
        muster.clock.advance(Duration.ofMinutes(1));
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(() -> muster.refreshSession.refresh(first.refreshToken()));

        assertThat(muster.recorded()).startsWith(SESSION_ENDED, REFRESH_TOKEN_REUSED);
    }

    @Test
    void endOfTheOldestSessionOfTooManyIsRecorded() {
        for (int session = 0; session <= SessionPolicy.DEFAULT.maxSessions(); session++) {
            muster.clock.advance(Duration.ofSeconds(1));
            muster.signIn("ann");
        }

        assertThat(muster.recorded()).startsWith(SESSION_ENDED, LOGIN_SUCCEEDED, LOGIN_SUCCEEDED);
        assertThat(muster.recorded()).filteredOn(SESSION_ENDED::equals).hasSize(1);
    }

    @Test
    void changeOfPasswordDeletionAndRecoveryAreRecorded() {
        Password next = new Password("a quite different sentence");
        muster.changePassword.change(muster.principal(muster.signIn("ann")), PASSWORD, next);
        muster.deleteAccount.delete(muster.principal(muster.signIn("ann", next)), next, null);
        muster.recover("ann", next);

        assertThat(muster.recorded()).contains(PASSWORD_CHANGED, USER_DELETED).startsWith(USER_RECOVERED);
        assertThat(muster.stored("ann").id()).isEqualTo(ann.id());
    }

    private void assertRefused(String name) {
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(() -> muster.signIn(name, new Password("not the password")));
    }
}
