package dev.muster.application.user;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.privacy.Consent;
import dev.muster.domain.privacy.Consents;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Identity;
import dev.muster.domain.user.Lifetime;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import java.time.Instant;

/** Opens an account (requirement A2). */
public final class RegisterUser {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final Consents consents;
    private final Passwords passwords;
    private final Stamps stamps;

    public RegisterUser(UnitOfWork unitOfWork, Users users, Consents consents, Passwords passwords, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.consents = consents;
        this.passwords = passwords;
        this.stamps = stamps;
    }

    /**
     * Opens an account, or does nothing when the e-mail address has one: who asks can't tell which, and both take the
     * same time.
     *
     * @throws dev.muster.domain.shared.Invalid with WEAK_PASSWORD if the password may not be chosen
     * @throws Conflict with USERNAME_TAKEN if the user name is someone else's
     */
    public void register(Registration wish) {
        PasswordHash hash = passwords.hashChosen(wish.password(), wish.email(), wish.username());
        Instant now = stamps.now();
        Identity identity = Identity.unverified(wish.email(), wish.username(), wish.name());
        Lifetime lifetime = Lifetime.beginning(now, wish.terms() == null ? null : now);
        User user = User.registered(new UserId(stamps.nextId()), identity, hash, lifetime);
        try {
            unitOfWork.write(Actor.SYSTEM, () -> store(user, wish));
        } catch (Conflict taken) {
            if (taken.code() != UserError.EMAIL_TAKEN) {
                throw taken;
            }
        }
    }

    private User store(User user, Registration wish) {
        users.insert(user);
        Consent.Terms terms = wish.terms();
        if (terms != null) {
            Instant at = user.lifetime().createdAt();
            consents.insert(new Consent(stamps.nextId(), user.id(), terms, true, at, wish.ip()));
        }
        return user;
    }
}
