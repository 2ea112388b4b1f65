package dev.muster.application.user;

import dev.muster.application.mail.Notices;
import dev.muster.application.session.EndSessions;
import dev.muster.application.shared.Versions;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.mail.MailedToken;
import dev.muster.domain.mail.MailedToken.Purpose;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Credentials;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserStatus;
import dev.muster.domain.user.Users;
import java.time.Instant;
import java.util.Optional;

/** Gives an account another password, as its owner has read mail at its address (requirement A7). */
public final class ResetPassword {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final Passwords passwords;
    private final EndSessions endSessions;
    private final Notices notices;

    public ResetPassword(UnitOfWork unitOfWork, Users users, Passwords passwords, EndSessions endSessions) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.passwords = passwords;
        this.endSessions = endSessions;
        this.notices = endSessions.notices();
    }

    /**
     * Resets it: a lock ends, all sessions end, the address is verified by that, and the owner is told.
     *
     * @param secret what the link carries; not used up by a password that may not be chosen
     * @return false if it is unknown, used, replaced or expired, or the account is deleted or has another address by now
     * @throws dev.muster.domain.shared.Invalid with WEAK_PASSWORD if the password may not be chosen
     */
    public boolean reset(String secret, Password wanted) {
        Optional<User> owner = unitOfWork.read(
                Actor.SYSTEM,
                () -> notices.links().find(secret, Purpose.RESET_PASSWORD).flatMap(this::owner));
        if (owner.isEmpty()) {
            return false;
        }
        User user = owner.get();
        PasswordHash hash = passwords.hashChosen(wanted, user.identity());
        try {
            Versions.changing(null, () -> {
                endSessions.endAll(user.id(), null, EndReason.PASSWORD_CHANGED, now -> change(secret, hash, now));
                return user;
            });
            return true;
        } catch (UsedMeanwhile spent) {
            return false;
        }
    }

    private Optional<User> owner(MailedToken token) {
        return users.find(token.user())
                .filter(user -> user.status() != UserStatus.DELETED)
                .filter(user -> user.identity().email().isSame(token.email()));
    }

    private void change(String secret, PasswordHash hash, Instant now) {
        User user = notices.links()
                .use(secret, Purpose.RESET_PASSWORD)
                .flatMap(this::owner)
                .orElseThrow(UsedMeanwhile::new);
        Credentials stored = users.findCredentials(user.id()).orElseThrow(UsedMeanwhile::new);
        if (!users.changePassword(user.id(), stored.hash(), hash, now)) {
            throw new PreconditionFailed(SharedError.STALE_VERSION, "The password was changed meanwhile.");
        }
        verify(user, now);
        notices.letters().tell(user, LetterKind.PASSWORD_CHANGED);
        notices.audit().record(AuditAction.PASSWORD_RESET, user.id(), user.id());
    }

    private void verify(User user, Instant now) {
        if (!user.identity().emailVerified()) {
            users.find(user.id()).ifPresent(changed -> users.update(changed.verified(now)));
        }
    }

    /** Ends the unit of work, which leaves nothing behind. */
    private static final class UsedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private UsedMeanwhile() {
            super("the link was used meanwhile", null, false, false);
        }
    }
}
