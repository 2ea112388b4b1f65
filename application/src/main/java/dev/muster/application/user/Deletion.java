package dev.muster.application.user;

import dev.muster.application.mail.Notices;
import dev.muster.application.session.RecoverAccount;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import java.time.Instant;

/** What it is to delete an account, whoever does it (requirement A11). */
public record Deletion(Users users, LastAdmin lastAdmin, Notices notices) {

    /**
     * Deletes it, and tells its owner; inside the unit of work that ends its sessions.
     *
     * @param user as read; is deleted only if its version is still the same
     * @return as stored
     * @throws dev.muster.domain.shared.Conflict with LAST_ADMIN or ILLEGAL_TRANSITION
     */
    User delete(User user, UserId by, Instant now) {
        User deleted = user.deleted(now);
        lastAdmin.requireOtherThan(user);
        users.update(deleted);
        notices.letters().tell(user, LetterKind.ACCOUNT_DELETED, now.plus(RecoverAccount.GRACE));
        notices.audit().record(AuditAction.USER_DELETED, by, user.id());
        return deleted;
    }
}
