package dev.muster.application.user;

import dev.muster.application.mail.Notices;
import dev.muster.application.shared.Versions;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.mail.MailedToken.Purpose;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserCache;
import dev.muster.domain.user.UserStatus;
import dev.muster.domain.user.Users;
import java.util.Optional;

/** Ends the change of an address, as its owner has read mail at the new one (requirement A6). */
public final class ConfirmEmail {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final UserCache cache;
    private final Notices notices;

    public ConfirmEmail(UnitOfWork unitOfWork, Users users, UserCache cache, Notices notices) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.cache = cache;
        this.notices = notices;
    }

    /**
     * Makes the address that a link was sent to the account's; links that were sent to the former one are worth nothing
     * then, and a word about it goes there.
     *
     * @param secret what the link carries
     * @return false if it is unknown, used, replaced or expired, or the account is deleted
     * @throws dev.muster.domain.shared.Conflict with EMAIL_TAKEN if another account has the address by now
     */
    public boolean confirm(String secret) {
        Optional<User> confirmed = Versions.changing(
                null,
                () -> unitOfWork.write(
                        Actor.SYSTEM,
                        () -> notices.links()
                                .use(secret, Purpose.CONFIRM_EMAIL)
                                .flatMap(token -> users.find(token.user())
                                        .filter(user -> user.status() != UserStatus.DELETED)
                                        .map(user -> confirmed(user, token.email())))));
        confirmed.map(User::id).ifPresent(cache::forget);
        return confirmed.isPresent();
    }

    private User confirmed(User user, EmailAddress email) {
        User changed = user.withEmail(email, notices.now());
        users.update(changed);
        notices.links().endAll(user, Purpose.RESET_PASSWORD);
        notices.links().endAll(user, Purpose.VERIFY_EMAIL);
        notices.letters().tell(user, LetterKind.EMAIL_CHANGED, email);
        notices.audit().record(AuditAction.EMAIL_CHANGED, user.id(), user.id());
        return changed;
    }
}
