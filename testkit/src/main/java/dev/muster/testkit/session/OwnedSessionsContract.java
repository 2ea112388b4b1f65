package dev.muster.testkit.session;

import static dev.muster.testkit.session.SessionFixture.successor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserFixture;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The part of the {@link SessionsContract} that says how the sessions of a person are listed and ended together. */
public interface OwnedSessionsContract extends SessionStage {

    /** An end of all sessions of a person. */
    Session.End EVERYWHERE = new Session.End(LATER.plusSeconds(60), EndReason.PASSWORD_CHANGED);

    @Test
    default void liveSessionsComeTheLastUsedFirst() {
        UserId user = storedUser();
        Session middle = begun(user, TestClock.START.plusSeconds(2));
        Session oldest = begun(user, TestClock.START.plusSeconds(1));
        Session newest = begun(user, TestClock.START.plusSeconds(3));

        assertThat(live(user, LATER)).containsExactly(newest, middle, oldest);
    }

    @Test
    default void refreshedSessionMovesToTheFront() {
        UserId user = storedUser();
        Session old = SessionFixture.session(user, TestClock.START);
        RefreshToken token = begin(old);
        Session young = begun(user, TestClock.START.plusSeconds(1));
        rotate(token, successor(token, old, LATER));

        assertThat(live(user, LATER)).containsExactly(find(old), young);
    }

    @Test
    default void endedSessionsAreNotLive() {
        Session ended = begun();
        Session other = begun(ended.user(), TestClock.START);
        end(ended, LATER);

        assertThat(live(ended.user(), LATER)).containsExactly(other);
    }

    @Test
    default void expiredSessionsAreNotLive() {
        Session session = begun();

        assertThat(live(session.user(), session.expiresAt().minusSeconds(1))).containsExactly(session);
        assertThat(live(session.user(), session.expiresAt())).isEmpty();
    }

    @Test
    default void liveSessionsOfOthersAreNotListed() {
        Session session = begun();
        begun();

        assertThat(live(session.user(), LATER)).containsExactly(session);
        assertThat(live(UserFixture.nextId(), LATER)).isEmpty();
    }

    @Test
    default void endAllEndsEverySessionAndTokenOfAPerson() {
        Session one = SessionFixture.session(storedUser());
        RefreshToken first = begin(one);
        RefreshToken second = successor(first, one, LATER);
        rotate(first, second);
        Session other = SessionFixture.session(one.user());
        RefreshToken token = begin(other);
        endAll(one.user(), null);

        assertThat(List.of(find(one), find(other))).extracting(Session::end).containsOnly(EVERYWHERE);
        assertThat(List.of(find(first.hash()), find(second.hash()), find(token.hash())))
                .extracting(RefreshToken::end)
                .containsOnly(EVERYWHERE);
        assertThat(find(one).lastUsedAt()).isEqualTo(LATER);
        assertThat(live(one.user(), LATER)).isEmpty();
    }

    @Test
    default void endAllKeepsTheExceptedSession() {
        Session kept = SessionFixture.session(storedUser());
        RefreshToken token = begin(kept);
        Session ended = begun(kept.user(), LATER);
        endAll(kept.user(), kept.id());

        assertThat(find(kept)).isEqualTo(kept);
        assertThat(find(token.hash())).isEqualTo(token);
        assertThat(find(ended).end()).isEqualTo(EVERYWHERE);
    }

    @Test
    default void endAllKeepsEarlierEnds() {
        Session session = SessionFixture.session(storedUser());
        RefreshToken token = begin(session);
        Session.End earlier = end(session, LATER);
        endAll(session.user(), null);

        assertThat(find(session).end()).isEqualTo(earlier);
        assertThat(find(token.hash()).end()).isEqualTo(earlier);
    }

    @Test
    default void endAllLeavesOtherPeopleAlone() {
        Session session = begun();
        Session stranger = SessionFixture.session(storedUser());
        RefreshToken token = begin(stranger);
        endAll(session.user(), null);
        endAll(UserFixture.nextId(), null);

        assertThat(find(stranger)).isEqualTo(stranger);
        assertThat(find(token.hash())).isEqualTo(token);
    }

    @Test
    default void endAllExceptASessionOfSomeoneElseEndsAll() {
        Session session = begun();
        Session stranger = begun();
        endAll(session.user(), stranger.id());

        assertThat(find(session).end()).isEqualTo(EVERYWHERE);
        assertThat(find(stranger)).isEqualTo(stranger);
    }

    @Test
    default void endAllInAUnitThatFailsEndsNothing() {
        Session session = begun();

        assertThatThrownBy(() -> write(() -> {
                    sessions().endAll(session.user(), null, EVERYWHERE);
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(find(session)).isEqualTo(session);
    }

    @Test
    default void noTokenOutlivesAnEndOfAllThatComesWhileItIsRefreshed() {
        for (int round = 0; round < 20; round++) {
            Session session = SessionFixture.session(storedUser());
            RefreshToken first = begin(session);
            RefreshToken second = successor(first, session, LATER);
            List<Boolean> done = Race.values(
                    Race.of(2, thread -> thread == 0 ? rotate(first, second) : endAll(session.user(), null)));

            assertThat(find(session).end()).isEqualTo(EVERYWHERE);
            assertThat(find(first.hash()).end()).isEqualTo(EVERYWHERE);
            if (done.getFirst()) {
                assertThat(find(second.hash()).end()).isEqualTo(EVERYWHERE);
            }
            assertThat(rotate(second, successor(second, session, LATER))).isFalse();
        }
    }

    private List<Session> live(UserId user, Instant now) {
        return read(() -> sessions().findLive(user, now));
    }

    private boolean endAll(UserId user, @Nullable SessionId except) {
        write(() -> sessions().endAll(user, except, EVERYWHERE));
        return true;
    }
}
