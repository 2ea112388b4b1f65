package dev.muster.domain.session;

import dev.muster.domain.user.UserId;
import java.util.Optional;
import java.util.function.Function;

/**
 * Remembers who stands behind a session, so that a request needs no look at the store (requirement E8). Bounded in size
 * and time. Thread-safe.
 */
public interface SessionCache {

    /**
     * What is remembered, or else what load finds, which is then remembered. One load at a time for a session; nothing is
     * remembered of a session that load doesn't find, or when load throws.
     */
    Optional<Principal> find(SessionId id, Function<SessionId, Optional<Principal>> load);

    /** What is remembered, without a look at the store. */
    Optional<Principal> findRemembered(SessionId id);

    /** Forgets a session. What a load that began before finds is forgotten too. */
    void forget(SessionId id);

    /** Forgets every session of a person, and what loads that began before find. */
    void forgetUser(UserId user);

    /** Forgets every session, and what loads that began before find. */
    void forgetAll();

    /**
     * Forgets everything, and remembers nothing until {@link #resume}: for times in which it is not known what happens
     * on other nodes. {@link #find} then loads every time.
     */
    void pause();

    /** Remembers again, but for what loads that began before find. */
    void resume();
}
