package dev.muster.domain.session;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /**
     * Ends a session and every refresh token of it; keeps an earlier end.
     *
     * @return false, and nothing is changed, if it is unknown or has been ended before
     */
    boolean end(SessionId id, Session.End end);

    /** The sessions of a person that are live at a time, the last used first. */
    List<Session> findLive(UserId user, Instant now);

    /** The refresh tokens of a session in the order of their issue, whatever their state; the position is a token's id. */
    Page<RefreshToken> findLineage(SessionId id, PageRequest<UUID> request);

    /** Ends every session of a person with its refresh tokens, as {@link #end} does. @param except one to keep, or null */
    void endAll(UserId user, @Nullable SessionId except, Session.End end);

    /**
     * Ends the sessions of a person that are live at the time of the end, but for the most recently used.
     *
     * @param keep how many to keep, at least 1
     * @return those that were ended
     */
    List<SessionId> endOldest(UserId user, int keep, Session.End end);

    /** A session and what the roles of its user allow. */
    record Standing(Session session, Set<Permission> permissions) {

        public Standing {
            permissions = Set.copyOf(permissions);
        }
    }
}
