package dev.muster.application.user;

import static dev.muster.application.shared.AccountStage.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.session.RecoverAccount;
import dev.muster.application.session.SignedIn;
import dev.muster.application.shared.AccountStage;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deleting an account, and recovering it inside the grace period. */
final class DeleteAccountTest {

    private static final Password WRONG = new Password("not the password");

    private final AccountStage muster = new AccountStage();
    private User ann;
    private SignedIn signedIn;

    @BeforeEach
    void signIn() {
        ann = muster.join("ann");
        signedIn = muster.signIn("ann");
    }

    @Test
    void deletionEndsSessionsAndSignIn() {
        delete(null);

        assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> muster.principal(signedIn));
        assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> muster.signIn("ann"));
    }

    @Test
    void wrongPasswordDeletesNothing() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> muster.deleteAccount.delete(muster.principal(signedIn), WRONG, null))
                .satisfies(wrong ->
                        assertThat(wrong.violations().getFirst().code()).isEqualTo(UserError.WRONG_PASSWORD));
        assertThat(muster.signIn("ann").session()).isNotNull();
    }

    @Test
    void staleVersionDeletesNothing() {
        assertThatExceptionOfType(PreconditionFailed.class).isThrownBy(() -> delete(ann.version()));
        assertThat(muster.principal(signedIn)).isNotNull();

        delete(muster.stored("ann").version());
        assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> muster.principal(signedIn));
    }

    @Test
    void addressAndUserNameAreFreeAfterwards() {
        delete(null);

        assertThat(muster.join("ann").id()).isNotEqualTo(ann.id());
    }

    @Test
    void accountIsRecoveredByEitherIdentifier() {
        delete(null);
        assertThat(recover("ann@example.org").user().id()).isEqualTo(ann.id());
        muster.deleteAccount.delete(muster.principal(muster.signIn("ann")), PASSWORD, null);

        SignedIn recovered = recover("ANN");

        assertThat(recovered.user().isActive()).isTrue();
        assertThat(recovered.user()).isEqualTo(muster.stored("ann"));
        assertThat(muster.principal(recovered).user()).isEqualTo(ann.id());
        assertThat(muster.signIn("ann").session()).isNotNull();
    }

    @Test
    void graceEndsToTheMoment() {
        delete(null);
        muster.clock.advance(RecoverAccount.GRACE.plus(Duration.ofNanos(1000)));
        assertNotRecovered("ann", PASSWORD);
        muster.clock.advance(Duration.ofNanos(-1000));

        assertThat(recover("ann").session()).isNotNull();
    }

    @Test
    void onlyADeletedAccountIsRecoveredAndOnlyByItsPassword() {
        assertNotRecovered("ann", PASSWORD);
        assertNotRecovered("nobody", PASSWORD);
        assertNotRecovered("not an identifier", PASSWORD);
        delete(null);
        assertNotRecovered("ann", WRONG);
        recover("ann");
        assertNotRecovered("ann", PASSWORD);
    }

    @Test
    void whoWasSuspendedBeforeTheDeletionDoesNotComeBack() {
        User gone = muster.stored("ann").suspended(muster.clock.instant());
        muster.unitOfWork.write(Actor.SYSTEM, () -> {
            muster.users.update(gone);
            muster.users.update(gone.deleted(muster.clock.instant()));
            return true;
        });

        assertNotRecovered("ann", PASSWORD);
    }

    @Test
    void wrongPasswordsLockTheRecoveryToo() {
        delete(null);
        for (int tries = 0; tries < 10; tries++) {
            assertNotRecovered("ann", WRONG);
        }
        assertNotRecovered("ann", PASSWORD);
        muster.clock.advance(Duration.ofMinutes(15));

        assertThat(recover("ann").session()).isNotNull();
    }

    @Test
    void addressOfSomeoneElseByNowIsAConflictAndLeavesItDeleted() {
        delete(null);
        muster.join("ann");

        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> recover("ann@example.org"));
        assertThat(muster.stored("ann").id()).isNotEqualTo(ann.id());
    }

    private void delete(@Nullable Long version) {
        muster.deleteAccount.delete(muster.principal(signedIn), PASSWORD, version);
    }

    private SignedIn recover(String identifier) {
        return muster.recover(identifier, PASSWORD);
    }

    private void assertNotRecovered(String identifier, Password password) {
        assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> muster.recover(identifier, password));
    }
}
