package dev.muster.application.session;

import dev.muster.domain.session.ChangeFeed;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.user.UserId;

/**
 * Forgets what other nodes have changed, and remembers nothing while that can't be heard (requirement A5). What this node
 * changes is forgotten by whoever changes it, at once. Signing keys are loaded anew when they changed, and when they may
 * have changed unheard.
 */
public final class FollowChanges {

    private final ChangeFeed feed;
    private final Remembered remembered;
    private final Runnable keyReload;

    /** @param keyReload asks for the signing keys to be loaded; returns at once */
    public FollowChanges(ChangeFeed feed, Remembered remembered, Runnable keyReload) {
        this.feed = feed;
        this.remembered = remembered;
        this.keyReload = keyReload;
    }

    /** Begins, and returns at once; ends when the feed is closed. */
    public void follow() {
        feed.follow(new Forgetting(remembered, keyReload));
    }

    private record Forgetting(Remembered remembered, Runnable keyReload) implements ChangeFeed.Follower {

        @Override
        public void sessionEnded(SessionId session) {
            remembered.sessions().forget(session);
        }

        @Override
        public void userChanged(UserId user) {
            remembered.forget(user);
        }

        @Override
        public void profileChanged(UserId user) {
            remembered.people().forget(user);
        }

        @Override
        public void rolesChanged() {
            remembered.sessions().forgetAll();
        }

        @Override
        public void keysChanged() {
            keyReload.run();
        }

        @Override
        public void lost() {
            remembered.sessions().pause();
            remembered.people().pause();
        }

        @Override
        public void found() {
            remembered.sessions().resume();
            remembered.people().resume();
            keyReload.run();
        }
    }
}
