package dev.muster.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.session.SignedIn;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserStatus;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts that administrators suspend, reactivate, unlock, delete, restore and erase (requirements A10, A11). */
final class UserStatesTest {

    private final AdministrationStage stage = new AdministrationStage();
    private final Principal admin = stage.admin("root");
    private final User ann = stage.muster.join("ann");
    private SignedIn signedIn;

    @BeforeEach
    void signIn() {
        signedIn = stage.muster.signIn("ann");
        stage.muster.principal(signedIn);
    }

    @Test
    void suspensionEndsSessionsAtOnceAndRefusesSignIn() {
        User suspended = stage.suspendUser.suspend(admin, ann.id());

        assertThat(suspended.status()).isEqualTo(UserStatus.SUSPENDED);
        assertThat(stage.stored(ann.id())).isEqualTo(suspended);
        assertSignedOut(EndReason.ACCOUNT_SUSPENDED);
        assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> stage.muster.signIn("ann"));
        assertRecorded(AuditAction.USER_SUSPENDED);
    }

    @Test
    void reactivatedAccountSignsInAndFormerSessionsStayEnded() {
        stage.suspendUser.suspend(admin, ann.id());

        assertThat(stage.reactivateUser.reactivate(admin, ann.id()).isActive()).isTrue();

        assertThat(stage.principal("ann").user()).isEqualTo(ann.id());
        assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> stage.muster.principal(signedIn));
        assertRecorded(AuditAction.USER_REACTIVATED);
    }

    @Test
    void unlockedAccountSignsInBeforeItsTime() {
        for (int i = 0; i < 10; i++) {
            assertThatExceptionOfType(Unauthenticated.class)
                    .isThrownBy(() -> stage.muster.signIn("ann", new Password("wrong")));
        }
        assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> stage.muster.signIn("ann"));

        User unlocked = stage.unlockUser.unlock(admin, ann.id());

        assertThat(unlocked).isEqualTo(stage.stored(ann.id()));
        assertThat(unlocked.signIns().lockedUntil()).isNull();
        assertThat(stage.principal("ann").user()).isEqualTo(ann.id());
        assertRecorded(AuditAction.USER_UNLOCKED);
    }

    @Test
    void theirOwnAccountNeedsARecentSignIn() {
        Principal other = stage.admin("other");
        stage.muster.clock.advance(Duration.ofMinutes(15).plusSeconds(1));

        assertStale(() -> stage.suspendUser.suspend(other, other.user()));
        assertStale(() -> stage.unlockUser.unlock(other, other.user()));

        assertThat(stage.stored(other.user()).isActive()).isTrue();
        assertThat(stage.recorded(AuditAction.USER_UNLOCKED)).isEmpty();
        assertThat(stage.suspendUser.suspend(other, ann.id()).isActive()).isFalse();
        Principal anew = stage.principal("other");
        stage.unlockUser.unlock(anew, anew.user());
        assertThat(stage.suspendUser.suspend(anew, anew.user()).isActive()).isFalse();
    }

    @Test
    void deletionEndsSessionsAndFreesTheName() {
        stage.deleteUser.delete(admin, ann.id(), null);

        assertThat(stage.stored(ann.id()).status()).isEqualTo(UserStatus.DELETED);
        assertSignedOut(EndReason.ACCOUNT_DELETED);
        assertThat(stage.muster.join("ann").id()).isNotEqualTo(ann.id());
        assertRecorded(AuditAction.USER_DELETED);
    }

    @Test
    void deletionIsForTheVersionThatIsNamed() {
        assertThatExceptionOfType(PreconditionFailed.class)
                .isThrownBy(() -> stage.deleteUser.delete(admin, ann.id(), ann.version()));
        stage.muster.principal(signedIn);

        stage.deleteUser.delete(admin, ann.id(), stage.stored(ann.id()).version());
        assertSignedOut(EndReason.ACCOUNT_DELETED);
    }

    @Test
    void restoredAccountIsAsItWas() {
        stage.deleteUser.delete(admin, ann.id(), null);

        assertThat(stage.restoreUser.restore(admin, ann.id()).isActive()).isTrue();

        assertThat(stage.principal("ann").user()).isEqualTo(ann.id());
        assertRecorded(AuditAction.USER_RECOVERED);
    }

    @Test
    void whoWasSuspendedBeforeStillIsAfterTheRestoration() {
        stage.suspendUser.suspend(admin, ann.id());
        stage.deleteUser.delete(admin, ann.id(), null);

        assertThat(stage.restoreUser.restore(admin, ann.id()).status()).isEqualTo(UserStatus.SUSPENDED);
    }

    @Test
    void nameOfSomeoneElseByNowKeepsTheAccountDeleted() {
        stage.deleteUser.delete(admin, ann.id(), null);
        stage.muster.join("ann");

        assertConflict(UserError.USERNAME_TAKEN, () -> stage.restoreUser.restore(admin, ann.id()));
    }

    @Test
    void erasedAccountIsGoneAndTheRecordStays() {
        stage.deleteUser.delete(admin, ann.id(), null);

        stage.eraseUser.erase(admin, ann.id());

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> stage.queries.require(admin, ann.id()));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> stage.eraseUser.erase(admin, ann.id()));
        assertThat(stage.recorded(AuditAction.USER_ERASED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo(admin.user()))
                .satisfies(entry -> assertThat(entry.subject()).isNull());
    }

    @Test
    void changesThatTheStateDoesNotAllowAreRefused() {
        assertConflict(UserError.ILLEGAL_TRANSITION, () -> stage.reactivateUser.reactivate(admin, ann.id()));
        assertConflict(UserError.ILLEGAL_TRANSITION, () -> stage.restoreUser.restore(admin, ann.id()));
        assertConflict(UserError.ILLEGAL_TRANSITION, () -> stage.eraseUser.erase(admin, ann.id()));
        stage.suspendUser.suspend(admin, ann.id());
        assertConflict(UserError.ILLEGAL_TRANSITION, () -> stage.suspendUser.suspend(admin, ann.id()));
        stage.deleteUser.delete(admin, ann.id(), null);
        assertConflict(UserError.ILLEGAL_TRANSITION, () -> stage.deleteUser.delete(admin, ann.id(), null));
        assertConflict(UserError.ILLEGAL_TRANSITION, () -> stage.suspendUser.suspend(admin, ann.id()));
        assertConflict(UserError.ILLEGAL_TRANSITION, () -> stage.reactivateUser.reactivate(admin, ann.id()));
    }

    @Test
    void administratorsSeeAndEndSessions() {
        stage.muster.signIn("ann");
        assertThat(stage.queries.findSessions(admin, ann.id())).hasSize(2);

        stage.endUserSessions.end(admin, ann.id());

        assertThat(stage.queries.findSessions(admin, ann.id())).isEmpty();
        assertSignedOut(EndReason.ENDED_BY_ADMIN);
        assertThat(stage.recorded(AuditAction.SESSION_ENDED))
                .anySatisfy(entry -> assertThat(entry.actor()).isEqualTo(admin.user()));
        assertThat(stage.muster.signIn("ann")).isNotNull();
    }

    private void assertSignedOut(EndReason reason) {
        assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> stage.muster.principal(signedIn));
        Session.End end = stage.muster
                .unitOfWork
                .read(Actor.SYSTEM, () -> stage.muster.sessions.find(signedIn.session()))
                .orElseThrow()
                .end();
        assertThat(end).isNotNull();
        assertThat(end.reason()).isEqualTo(reason);
    }

    private void assertRecorded(AuditAction action) {
        assertThat(stage.recorded(action))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo(admin.user()))
                .satisfies(entry -> assertThat(entry.subject()).isEqualTo(ann.id()));
    }

    private static void assertStale(ThrowingCallable work) {
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(work)
                .satisfies(stale -> assertThat(stale.code()).isEqualTo(SessionError.REAUTHENTICATION_REQUIRED));
    }

    private static void assertConflict(UserError code, ThrowingCallable work) {
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(work)
                .satisfies(conflict -> assertThat(conflict.code()).isEqualTo(code));
    }
}
