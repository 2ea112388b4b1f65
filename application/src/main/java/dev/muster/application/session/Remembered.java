package dev.muster.application.session;

import dev.muster.domain.session.SessionCache;
import dev.muster.domain.user.UserCache;
import dev.muster.domain.user.UserId;

/** What this node remembers of sessions and people (requirement E8). Whoever changes them has it forgotten afterwards. */
public record Remembered(SessionCache sessions, UserCache people) {

    /** Forgets a person, and all their sessions. */
    public void forget(UserId user) {
        sessions.forgetUser(user);
        people.forget(user);
    }
}
