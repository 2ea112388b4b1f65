package dev.muster.application.user;

import dev.muster.application.mail.Notices;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.mail.MailedToken.Purpose;
import dev.muster.domain.privacy.Consent;
import dev.muster.domain.privacy.Consents;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Lifetime;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.UserStatus;
import dev.muster.domain.user.Users;
import java.time.Instant;

/** Opens an account (requirement A2). */
public final class RegisterUser {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final Consents consents;
    private final Passwords passwords;
    private final Notices notices;

    public RegisterUser(UnitOfWork unitOfWork, Users users, Consents consents, Passwords passwords, Notices notices) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.consents = consents;
        this.passwords = passwords;
        this.notices = notices;
    }

    /**
     * Opens an account and mails a link that verifies its address. When the address has an account already, its owner is
     * told by mail instead, once in a while: who asks can't tell which, and both take the same time.
     *
     * @throws dev.muster.domain.shared.Invalid with WEAK_PASSWORD if the password may not be chosen
     * @throws Conflict with USERNAME_TAKEN if the user name is someone else's
     */
    public void register(Registration wish) {
        PasswordHash hash = passwords.hashChosen(wish.password(), wish.identity());
        try {
            unitOfWork.write(Actor.SYSTEM, () -> admit(wish, hash));
        } catch (Conflict taken) {
            if (taken.code() != UserError.EMAIL_TAKEN) {
                throw taken;
            }
            // Someone else was faster; now the address is known.
            unitOfWork.write(Actor.SYSTEM, () -> admit(wish, hash));
        }
    }

    private User admit(Registration wish, PasswordHash hash) {
        return users.findByEmail(wish.email()).map(known -> tell(known, wish)).orElseGet(() -> open(wish, hash));
    }

    private User tell(User known, Registration wish) {
        if (users.findByUsername(wish.username()).isPresent()) {
            throw new Conflict(UserError.USERNAME_TAKEN, "The user name is taken.");
        }
        notices.letters()
                .tellSeldom(
                        known,
                        LetterKind.ALREADY_REGISTERED,
                        notices.links().policy().quiet());
        notices.audit().record(AuditAction.REGISTRATION_REPEATED, null, known.id());
        return known;
    }

    private User open(Registration wish, PasswordHash hash) {
        Instant now = notices.now();
        UserStatus status = notices.links().policy().verifyFirst() ? UserStatus.INACTIVE : UserStatus.ACTIVE;
        Lifetime lifetime = Lifetime.beginning(now, wish.terms() == null ? null : now);
        User user = User.registered(new UserId(notices.stamps().nextId()), wish.identity(), status, lifetime);
        users.insert(user, hash);
        Consent.Terms terms = wish.terms();
        if (terms != null) {
            consents.insert(new Consent(notices.stamps().nextId(), user.id(), terms, true, now, wish.ip()));
        }
        notices.links().send(user, Purpose.VERIFY_EMAIL, wish.email());
        notices.audit().record(AuditAction.USER_REGISTERED, user.id(), user.id());
        return user;
    }
}
