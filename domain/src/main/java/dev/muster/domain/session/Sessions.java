package dev.muster.domain.session;

import dev.muster.domain.user.Role;
import java.util.Optional;
import java.util.Set;

/** The sessions with their refresh tokens. Works inside a unit of work only. */
public interface Sessions {

    /** Adds a session with its first refresh token. */
    void insert(Session session, RefreshToken first);

    /** The session, ended or not. */
    Optional<Session> find(SessionId id);

    /** The session with what its holder may do now; empty if it is unknown or its user is not active. */
    Optional<Standing> findStanding(SessionId id);

    /** The refresh token with the hash, whatever its state. */
    Optional<RefreshToken> findToken(TokenHash hash);

    /**
     * Exchanges a refresh token for its successor, and notes the use in its session.
     *
     * @return false, and nothing is changed, if the token has been used or ended meanwhile, or its session has ended
     */
    boolean rotate(RefreshToken spent, RefreshToken successor);

    /** Ends a session and every refresh token of it; keeps an earlier end. */
    void end(SessionId id, Session.End end);

    /** A session and the roles of its user. */
    record Standing(Session session, Set<Role> roles) {

        public Standing {
            roles = Set.copyOf(roles);
        }
    }
}
