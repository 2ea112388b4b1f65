package dev.muster.testkit.session;

import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserStage;
import java.time.Instant;

/** What the parts of the {@link SessionsContract} begin with: sessions that are begun, refreshed and ended. */
public interface SessionStage extends UserStage {

    /** When samples are refreshed or ended. */
    Instant LATER = TestClock.START.plusSeconds(600);

    /** What is tested. */
    Sessions sessions();

    /** A stored session of someone new. */
    default Session begun() {
        return begun(storedUser(), TestClock.START);
    }

    /** A stored session that began at a time. */
    default Session begun(UserId user, Instant at) {
        Session session = SessionFixture.session(user, at);
        begin(session);
        return session;
    }

    /** Stores a session and returns its first token. */
    default RefreshToken begin(Session session) {
        RefreshToken first = SessionFixture.first(session);
        write(() -> sessions().insert(session, first));
        return first;
    }

    /** Exchanges a token in a unit of work of its own. */
    default boolean rotate(RefreshToken spent, RefreshToken successor) {
        return writeFor(() -> sessions().rotate(spent, successor));
    }

    /** Ends a session as its person would. */
    default Session.End end(Session session, Instant at) {
        Session.End end = new Session.End(at, EndReason.LOGOUT);
        write(() -> sessions().end(session.id(), end));
        return end;
    }

    /** A session as it is stored. */
    default Session find(Session session) {
        return read(() -> sessions().find(session.id())).orElseThrow();
    }

    /** A token as it is stored. */
    default RefreshToken find(TokenHash hash) {
        return read(() -> sessions().findToken(hash)).orElseThrow();
    }
}
