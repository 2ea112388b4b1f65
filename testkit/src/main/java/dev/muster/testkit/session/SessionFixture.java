package dev.muster.testkit.session;

import dev.muster.domain.session.Device;
import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.SessionPolicy;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.MonotonicIds;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.time.InstantSource;

/** Sample sessions and refresh tokens. */
public final class SessionFixture {

    private static final MonotonicIds IDS = new MonotonicIds(InstantSource.system());
    private static final FastTokenSecrets SECRETS = new FastTokenSecrets();

    private SessionFixture() {}

    /** An id that no session has. */
    public static SessionId nextId() {
        return new SessionId(IDS.next());
    }

    /** The hash of a secret that nobody has. */
    public static TokenHash nextHash() {
        return TokenHash.of(SECRETS.next());
    }

    /** A session that began at {@link TestClock#START}. */
    public static Session session(UserId user) {
        return session(user, new Device("Ann's phone", "203.0.113.7", "Sample/1.0 (Test)"));
    }

    /** A session that began at a time. */
    public static Session session(UserId user, Instant at) {
        return Session.begun(nextId(), user, new Device(null, null, null), at, SessionPolicy.DEFAULT);
    }

    public static Session session(UserId user, Device device) {
        return Session.begun(nextId(), user, device, TestClock.START, SessionPolicy.DEFAULT);
    }

    /** The first refresh token of a session. */
    public static RefreshToken first(Session session) {
        return RefreshToken.first(IDS.next(), session, nextHash(), SessionPolicy.DEFAULT);
    }

    /** The token that follows when one is used at a time. */
    public static RefreshToken successor(RefreshToken spent, Session session, Instant at) {
        return spent.successor(IDS.next(), session, nextHash(), at, SessionPolicy.DEFAULT);
    }
}
