package dev.muster.application.session;

import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.Device;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Credentials;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.User;
import dev.muster.domain.user.Users;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Begins a session for who knows the password (requirement A3). */
public final class LogIn {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final PasswordProof proof;
    private final SignInLimits limits;
    private final BeginSession sessions;

    public LogIn(UnitOfWork unitOfWork, Users users, PasswordProof proof, SignInLimits limits, BeginSession sessions) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.proof = proof;
        this.limits = limits;
        this.sessions = sessions;
    }

    /**
     * Signs in. The session that the client held so far ends with it.
     *
     * @param identifier an e-mail address or a user name; whatever is neither is nobody's
     * @param held the access token that the client held so far, whosever and however old, or null; a sign-in never fails for it
     * @throws Unauthenticated with INVALID_CREDENTIALS if it is nobody's, the password is wrong, or the account may not
     *     sign in: never told apart, and all take the same time
     * @throws dev.muster.domain.shared.TooMany with RATE_LIMITED if too many came from the device's address
     */
    public SignedIn logIn(String identifier, Password password, Device device, @Nullable String held) {
        return limits.limited(identifier, device, () -> {
            Credentials proven =
                    proof.prove(find(identifier), password, User::isActive).orElseThrow(LogIn::refused);
            PasswordHash rehashed = proof.rehash(proven, password).orElse(null);
            return sessions.begin(proven.user(), device, held, AuditAction.LOGIN_SUCCEEDED, now -> {
                // A change of password that came between has ended all sessions, and must not find another one
                // afterwards.
                return users.recordLogin(proven, now, rehashed)
                        .filter(stored -> stored.hash().equals(rehashed) || proof.stillHolds(stored, proven, password))
                        .map(Credentials::user)
                        .filter(User::isActive)
                        .orElseThrow(LogIn::refused);
            });
        });
    }

    private Optional<Credentials> find(String identifier) {
        return unitOfWork.read(
                Actor.SYSTEM,
                () -> new Identifier(identifier).find(users::findCredentialsByEmail, users::findCredentialsByUsername));
    }

    static Unauthenticated refused() {
        return new Unauthenticated(SessionError.INVALID_CREDENTIALS, "The identifier or the password is wrong.");
    }
}
