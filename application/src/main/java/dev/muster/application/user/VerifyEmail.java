package dev.muster.application.user;

import dev.muster.application.mail.Notices;
import dev.muster.application.shared.Versions;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.mail.MailedToken;
import dev.muster.domain.mail.MailedToken.Purpose;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserCache;
import dev.muster.domain.user.UserStatus;
import dev.muster.domain.user.Users;
import java.util.Optional;

/** Believes that an address is its owner's, as they have read mail there (requirement A6). */
public final class VerifyEmail {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final UserCache cache;
    private final Notices notices;

    public VerifyEmail(UnitOfWork unitOfWork, Users users, UserCache cache, Notices notices) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.cache = cache;
        this.notices = notices;
    }

    /**
     * Verifies the address that a link was sent to; an account that waited for it can be signed in to from then on.
     *
     * @param secret what the link carries
     * @return false if it is unknown, used, replaced or expired, or not about the account's address any more
     */
    public boolean verify(String secret) {
        Optional<User> verified = Versions.changing(
                null,
                () -> unitOfWork.write(
                        Actor.SYSTEM,
                        () -> notices.links()
                                .use(secret, Purpose.VERIFY_EMAIL)
                                .flatMap(this::owner)
                                .map(this::verified)));
        verified.map(User::id).ifPresent(cache::forget);
        return verified.isPresent();
    }

    private Optional<User> owner(MailedToken token) {
        return users.find(token.user())
                .filter(user -> user.status() != UserStatus.DELETED)
                .filter(user -> user.identity().email().isSame(token.email()));
    }

    private User verified(User user) {
        User verified = user.verified(notices.now());
        users.update(verified);
        notices.audit().record(AuditAction.EMAIL_VERIFIED, user.id(), user.id());
        return verified;
    }
}
