package dev.muster.application.session;

import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.session.Device;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Credentials;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.User;
import dev.muster.domain.user.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Undoes the deletion of an account inside its grace period, and signs its owner in (requirement A11). */
public final class RecoverAccount {

    /** For how long a deleted account can be recovered. */
    public static final Duration GRACE = Duration.ofDays(30);

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final PasswordProof proof;
    private final SignInLimits limits;
    private final BeginSession sessions;

    public RecoverAccount(
            UnitOfWork unitOfWork, Users users, PasswordProof proof, SignInLimits limits, BeginSession sessions) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.proof = proof;
        this.limits = limits;
        this.sessions = sessions;
    }

    /**
     * Recovers an account. The session that the client held so far ends with it.
     *
     * @param identifier the e-mail address or the user name that it had
     * @param device from where, as for {@link LogIn}
     * @param held the access token that the client held so far, as for {@link LogIn}
     * @throws dev.muster.domain.shared.Unauthenticated with INVALID_CREDENTIALS if there is no such deleted account, its
     *     grace period is over, it was suspended or inactive before, or the password is wrong: never told apart, and all
     *     take the same time
     * @throws dev.muster.domain.shared.Conflict with EMAIL_TAKEN or USERNAME_TAKEN if another account has them by now
     * @throws dev.muster.domain.shared.TooMany with RATE_LIMITED if too many came from the device's address
     */
    public SignedIn recover(String identifier, Password password, Device device, @Nullable String held) {
        return limits.limited(identifier, device, () -> {
            Credentials proven =
                    proof.prove(find(identifier), password, this::wasActive).orElseThrow(LogIn::refused);
            User user = proven.user();
            return sessions.begin(user, device, held, AuditAction.USER_RECOVERED, at -> {
                recover(user, at);
                users.recordLogin(proven, at, null);
                sessions.notices().letters().tell(user, LetterKind.ACCOUNT_RECOVERED);
                return users.find(user.id()).orElseThrow(LogIn::refused);
            });
        });
    }

    /** An account that was recovered meanwhile is no deleted one any more. */
    private void recover(User user, Instant at) {
        try {
            users.update(user.recovered(at));
        } catch (PreconditionFailed meanwhile) {
            throw LogIn.refused();
        }
    }

    /** Who was shut before they were deleted stays shut. */
    private boolean wasActive(User deleted) {
        return deleted.recovered(sessions.now()).isActive();
    }

    private Optional<Credentials> find(String identifier) {
        Instant since = sessions.now().minus(GRACE);
        return unitOfWork.read(
                Actor.SYSTEM,
                () -> new Identifier(identifier)
                        .find(
                                email -> users.findDeletedCredentialsByEmail(email, since),
                                username -> users.findDeletedCredentialsByUsername(username, since)));
    }
}
