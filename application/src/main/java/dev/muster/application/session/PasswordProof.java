package dev.muster.application.session;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.TooMany;
import dev.muster.domain.shared.UnitOfWork;
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
    private final Stamps stamps;

    public PasswordProof(
            UnitOfWork unitOfWork, Users users, PasswordHasher hasher, LockoutPolicy lockout, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.hasher = hasher;
        this.lockout = lockout;
        this.stamps = stamps;
    }

    /**
     * The account, if there is one, it is not locked, the password is its own and it may be let in. All refusals take
     * the same steps in the same time: one hash and one write.
     *
     * @param mayEnter whether an account of which the password is known is let in
     */
    Optional<User> prove(Optional<User> account, Password password, Predicate<User> mayEnter) {
        boolean known = matches(account, password);
        Instant now = stamps.now();
        Optional<User> proven = account.filter(user -> known && !user.signIns().isLocked(now) && mayEnter.test(user));
        if (proven.isEmpty()) {
            fail(account.map(User::id).orElseGet(() -> new UserId(stamps.nextId())), now);
        }
        return proven;
    }

    /**
     * Demands the password of someone who is signed in.
     *
     * @param pointer where the password stands in the request, as a JSON Pointer
     * @throws Invalid with WRONG_PASSWORD
     * @throws TooMany with PASSWORD_LOCKED if too many wrong ones came before
     */
    public void require(User user, Password password, String pointer) {
        Instant now = stamps.now();
        if (user.signIns().isLocked(now)) {
            throw new TooMany(
                    UserError.PASSWORD_LOCKED,
                    "Too many wrong passwords came; none is looked at for a time.",
                    Duration.between(now, user.signIns().lockedUntil()));
        }
        if (!hasher.verify(password, user.passwordHash())) {
            fail(user.id(), now);
            throw Invalid.at(pointer, UserError.WRONG_PASSWORD, "must be the account's present password");
        }
    }

    /** Whether the password is still that of the account, which was proven to know it as {@code proven} a moment ago. */
    boolean stillHolds(User stored, User proven, Password password) {
        return stored.passwordHash().equals(proven.passwordHash()) || hasher.verify(password, stored.passwordHash());
    }

    /** A hash to replace that of the user, of whom this is the password, if it was not made as new ones are. */
    Optional<PasswordHash> rehash(User user, Password password) {
        return hasher.needsRehash(user.passwordHash()) ? Optional.of(hasher.hash(password)) : Optional.empty();
    }

    private boolean matches(Optional<User> account, Password password) {
        if (account.isEmpty()) {
            hasher.verifyNobody(password);
            return false;
        }
        return hasher.verify(password, account.get().passwordHash());
    }

    private void fail(UserId id, Instant now) {
        unitOfWork.writeOne(Actor.SYSTEM, () -> {
            users.recordFailure(id, now, lockout);
            return id;
        });
    }
}
