package dev.muster.application.session;

import dev.muster.domain.session.ChangeFeed;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.user.UserId;

/**
 * Forgets what other nodes have changed, and remembers nothing while that can't be heard (requirement A5). What this node
 * changes is forgotten by whoever changes it, at once.
 */
public final class FollowChanges {

    private final ChangeFeed feed;
    private final SessionCache cache;

    public FollowChanges(ChangeFeed feed, SessionCache cache) {
        this.feed = feed;
        this.cache = cache;
    }

    /** Begins, and returns at once; ends when the feed is closed. */
    public void follow() {
        feed.follow(new Forgetting(cache));
    }

    private record Forgetting(SessionCache cache) implements ChangeFeed.Follower {

        @Override
        public void sessionEnded(SessionId session) {
            cache.forget(session);
        }

        @Override
        public void userChanged(UserId user) {
            cache.forgetUser(user);
        }

        @Override
        public void lost() {
            cache.pause();
        }

        @Override
        public void found() {
            cache.resume();
        }
    }
}
