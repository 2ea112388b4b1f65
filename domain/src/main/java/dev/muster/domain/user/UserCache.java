package dev.muster.domain.user;

import java.util.Optional;
import java.util.function.Function;

/**
 * Remembers people for 15 minutes, so that reading one's profile needs no look at the store (requirement E8). What another
 * node changed may be remembered for a moment longer: who changes something looks at the store. Bounded in size and time.
 * Thread-safe.
 */
public interface UserCache {

    /**
     * Who is remembered, or else whom load finds, who is then remembered. One load at a time for a person on this node;
     * nothing is remembered when load finds nobody or throws.
     */
    Optional<User> find(UserId id, Function<UserId, Optional<User>> load);

    /** Forgets a person, on whatever nodes share what they remember. What a load that began before finds is forgotten too. */
    void forget(UserId id);

    /**
     * Remembers nothing until {@link #resume}: for times in which it is not known what happens on other nodes. {@link
     * #find} then loads every time.
     */
    void pause();

    /** Remembers again, but nothing from before, nor what loads that began before find. */
    void resume();
}
