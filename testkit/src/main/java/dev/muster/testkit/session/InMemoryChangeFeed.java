package dev.muster.testkit.session;

import dev.muster.domain.session.ChangeFeed;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.user.UserId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells what a test says has changed, in the thread of the test. */
public final class InMemoryChangeFeed implements ChangeFeed {

    private @Nullable Follower follower;
    private boolean closed;

    @Override
    public synchronized void follow(Follower follower) {
        if (this.follower != null || closed) {
            throw new IllegalStateException("a feed is followed once, before it is closed");
        }
        this.follower = follower;
        follower.lost();
        follower.found();
    }

    /** Some node ended a session. */
    public void endSession(SessionId session) {
        tell(told -> told.sessionEnded(session));
    }

    /** Some node changed a person. */
    public void changeUser(UserId user) {
        tell(told -> told.userChanged(user));
    }

    /** Some node changed what is known of a person. */
    public void changeProfile(UserId user) {
        tell(told -> told.profileChanged(user));
    }

    /** Some node changed what a role allows. */
    public void changeRoles() {
        tell(Follower::rolesChanged);
    }

    /** Some node changed the signing keys. */
    public void changeKeys() {
        tell(Follower::keysChanged);
    }

    /** From now on changes may go unheard. */
    public void lose() {
        tell(Follower::lost);
    }

    /** From now on every change is heard. */
    public void find() {
        tell(Follower::found);
    }

    private synchronized void tell(Consumer<Follower> telling) {
        if (follower != null && !closed) {
            telling.accept(follower);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
