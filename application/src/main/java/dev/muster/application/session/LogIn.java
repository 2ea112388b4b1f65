package dev.muster.application.session;

import dev.muster.domain.session.Device;
import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.PasswordHasher;
import dev.muster.domain.user.User;
import dev.muster.domain.user.Username;
import dev.muster.domain.user.Users;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Begins a session for who knows the password (requirement A3). */
public final class LogIn {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final Sessions sessions;
    private final PasswordHasher hasher;
    private final SessionTokens tokens;

    public LogIn(UnitOfWork unitOfWork, Users users, Sessions sessions, PasswordHasher hasher, SessionTokens tokens) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.sessions = sessions;
        this.hasher = hasher;
        this.tokens = tokens;
    }

    /**
     * Signs in.
     *
     * @param identifier an e-mail address or a user name; whatever is neither is nobody's
     * @throws Unauthenticated with INVALID_CREDENTIALS if it is nobody's, the password is wrong, or the account may not
     *     sign in: never told apart, and all take the time of one hash
     */
    public SignedIn logIn(String identifier, Password password, Device device) {
        User user = find(identifier).orElse(null);
        if (user == null) {
            hasher.verifyNobody(password);
            throw refused();
        }
        if (!hasher.verify(password, user.passwordHash()) || !user.isActive()) {
            throw refused();
        }
        PasswordHash rehashed = hasher.needsRehash(user.passwordHash()) ? hasher.hash(password) : null;
        return begin(user, rehashed, device);
    }

    private SignedIn begin(User user, @Nullable PasswordHash rehashed, Device device) {
        Instant now = tokens.stamps().now();
        SessionId id = new SessionId(tokens.stamps().nextId());
        Session session = Session.begun(id, user.id(), device, now, tokens.policy());
        String secret = tokens.secrets().next();
        RefreshToken first =
                RefreshToken.first(tokens.stamps().nextId(), session, TokenHash.of(secret), tokens.policy());
        User stored = unitOfWork.write(Actor.SYSTEM, () -> {
            users.recordLogin(user, now, rehashed);
            sessions.insert(session, first);
            return users.find(user.id()).filter(User::isActive).orElseThrow(LogIn::refused);
        });
        return tokens.issue(stored, session, first, secret, now);
    }

    private Optional<User> find(String identifier) {
        try {
            if (identifier.contains("@")) {
                EmailAddress email = new EmailAddress(identifier);
                return unitOfWork.read(Actor.SYSTEM, () -> users.findByEmail(email));
            }
            Username username = new Username(identifier);
            return unitOfWork.read(Actor.SYSTEM, () -> users.findByUsername(username));
        } catch (Invalid nobodys) {
            return Optional.empty();
        }
    }

    private static Unauthenticated refused() {
        return new Unauthenticated(SessionError.INVALID_CREDENTIALS, "The identifier or the password is wrong.");
    }
}
