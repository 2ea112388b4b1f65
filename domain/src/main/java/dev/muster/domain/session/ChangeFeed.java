package dev.muster.domain.session;

import dev.muster.domain.user.UserId;

/**
 * Tells what changed in the store, whoever changed it on whichever node, within a second: so that what is remembered of
 * it can be forgotten (requirement A5).
 */
public interface ChangeFeed extends AutoCloseable {

    /** Begins to tell; returns without waiting. Tells {@link Follower#lost} first, and {@link Follower#found} when it listens. */
    void follow(Follower follower);

    /** Tells no more, and waits until what is being told has been told. */
    @Override
    void close();

    /** Who is told. Called from one thread at a time; must not block. */
    interface Follower {

        /** A session was ended. */
        void sessionEnded(SessionId session);

        /** The state or the roles of a person changed. */
        void userChanged(UserId user);

        /** What is known of a person changed, but not what they may do; signing in is such a change. */
        void profileChanged(UserId user);

        /** What a role allows changed. */
        void rolesChanged();

        /** The signing keys changed. */
        void keysChanged();

        /** From now on changes may go unheard. */
        void lost();

        /** From now on every change is heard. */
        void found();
    }
}
