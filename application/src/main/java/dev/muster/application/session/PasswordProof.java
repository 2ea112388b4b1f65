package dev.muster.application.session;

import dev.muster.application.mail.Notices;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.TooMany;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Credentials;
import dev.muster.domain.user.LockoutPolicy;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.PasswordHasher;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether someone knows the password of an account; counts wrong ones, and shuts the account for a time (requirement A3). */
public final class PasswordProof {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final PasswordHasher hasher;
    private final LockoutPolicy lockout;
    private final Notices notices;

    public PasswordProof(
            UnitOfWork unitOfWork, Users users, PasswordHasher hasher, LockoutPolicy lockout, Notices notices) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.hasher = hasher;
        this.lockout = lockout;
        this.notices = notices;
    }

    /**
     * The account, if there is one, it is not locked, the password is its own and it may be let in. All refusals take
     * the same steps in the same time: one hash and one unit of work.
     *
     * @param mayEnter whether an account of which the password is known is let in
     */
    Optional<Credentials> prove(Optional<Credentials> account, Password password, Predicate<User> mayEnter) {
        boolean known = matches(account, password);
        Instant now = notices.now();
        boolean entering = account.map(Credentials::user)
                .filter(user -> known && !user.signIns().isLocked(now) && mayEnter.test(user))
                .isPresent();
        if (!entering) {
            fail(account.map(Credentials::user), now);
            return Optional.empty();
        }
        return account;
    }

    /**
     * Demands the password of someone who is signed in.
     *
     * @param pointer where the password stands in the request, as a JSON Pointer
     * @throws Invalid with WRONG_PASSWORD
     * @throws TooMany with PASSWORD_LOCKED if too many wrong ones came before
     */
    public void require(Credentials account, Password password, String pointer) {
        Instant now = notices.now();
        User user = account.user();
        if (user.signIns().isLocked(now)) {
            throw new TooMany(
                    UserError.PASSWORD_LOCKED,
                    "Too many wrong passwords came; none is looked at for a time.",
                    Duration.between(now, user.signIns().lockedUntil()));
        }
        if (!hasher.verify(password, account.hash())) {
            fail(Optional.of(user), now);
            throw Invalid.at(pointer, UserError.WRONG_PASSWORD, "must be the account's present password");
        }
    }

    /** Whether the password is still that of the account, which was proven to know it as {@code proven} a moment ago. */
    boolean stillHolds(Credentials stored, Credentials proven, Password password) {
        return stored.hash().equals(proven.hash()) || hasher.verify(password, stored.hash());
    }

    /** A hash to replace that of the user, of whom this is the password, if it was not made as new ones are. */
    Optional<PasswordHash> rehash(Credentials proven, Password password) {
        return hasher.needsRehash(proven.hash()) ? Optional.of(hasher.hash(password)) : Optional.empty();
    }

    private boolean matches(Optional<Credentials> account, Password password) {
        if (account.isEmpty()) {
            hasher.verifyNobody(password);
            return false;
        }
        return hasher.verify(password, account.get().hash());
    }

    /** Someone unknown has an id that nobody has. */
    private void fail(Optional<User> account, Instant now) {
        UserId id = account.map(User::id)
                .orElseGet(() -> new UserId(notices.stamps().nextId()));
        unitOfWork.write(Actor.SYSTEM, () -> {
            Optional<Instant> lockedUntil = users.recordFailure(id, now, lockout);
            notices.audit().record(AuditAction.LOGIN_FAILED, null, id);
            lockedUntil.ifPresent(until -> tellOfLock(account.orElseThrow(), until));
            return id;
        });
    }

    private void tellOfLock(User user, Instant until) {
        notices.letters().tell(user, LetterKind.ACCOUNT_LOCKED, until);
        notices.audit().record(AuditAction.ACCOUNT_LOCKED, null, user.id());
    }
}
