package dev.muster.testkit.session;

import static dev.muster.testkit.session.SessionFixture.successor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserFixture;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of the {@link SessionsContract} that says which sessions end when a person has too many. */
public interface OldestSessionsContract extends SessionStage {

    /** The end of those that are too many. */
    Session.End TOO_MANY = new Session.End(LATER.plusSeconds(60), EndReason.TOO_MANY_SESSIONS);

    @Test
    default void endOldestKeepsTheMostRecentlyUsed() {
        UserId user = storedUser();
        List<Session> line = begunOneAfterTheOther(user, 5);

        assertThat(endOldest(user, 2))
                .containsExactlyInAnyOrder(
                        line.get(0).id(), line.get(1).id(), line.get(2).id());
        assertThat(line.subList(0, 3))
                .allSatisfy(session -> assertThat(find(session).end()).isEqualTo(TOO_MANY));
        assertThat(line.subList(3, 5))
                .allSatisfy(session -> assertThat(find(session)).isEqualTo(session));
    }

    @Test
    default void endOldestGoesByTheLastUseAndNotTheBeginning() {
        Session old = SessionFixture.session(storedUser(), TestClock.START);
        RefreshToken token = begin(old);
        Session young = begun(old.user(), TestClock.START.plusSeconds(1));
        rotate(token, successor(token, old, LATER));

        assertThat(endOldest(old.user(), 1)).containsExactly(young.id());
        assertThat(find(old).end()).isNull();
    }

    @Test
    default void endOldestEndsEveryTokenOfASession() {
        Session old = SessionFixture.session(storedUser(), TestClock.START);
        RefreshToken first = begin(old);
        RefreshToken second = successor(first, old, LATER);
        rotate(first, second);
        Session kept = SessionFixture.session(old.user(), LATER.plusSeconds(1));
        RefreshToken token = begin(kept);
        endOldest(old.user(), 1);

        assertThat(find(first.hash()).end()).isEqualTo(TOO_MANY);
        assertThat(find(second.hash()).end()).isEqualTo(TOO_MANY);
        assertThat(find(token.hash())).isEqualTo(token);
    }

    @Test
    default void endOldestEndsNothingWhenThereAreNotTooMany() {
        UserId user = storedUser();
        List<Session> line = begunOneAfterTheOther(user, 2);

        assertThat(endOldest(user, 2)).isEmpty();
        assertThat(endOldest(user, 3)).isEmpty();
        assertThat(endOldest(UserFixture.nextId(), 1)).isEmpty();
        assertThat(line).allSatisfy(session -> assertThat(find(session)).isEqualTo(session));
    }

    @Test
    default void endOldestDoesNotCountEndedSessions() {
        UserId user = storedUser();
        List<Session> line = begunOneAfterTheOther(user, 4);
        Session.End oldest = end(line.get(0), LATER);
        Session.End newest = end(line.get(3), LATER);

        assertThat(endOldest(user, 1)).containsExactly(line.get(1).id());
        assertThat(find(line.get(0)).end()).isEqualTo(oldest);
        assertThat(find(line.get(2)).end()).isNull();
        assertThat(find(line.get(3)).end()).isEqualTo(newest);
    }

    @Test
    default void endOldestDoesNotCountExpiredSessions() {
        UserId user = storedUser();
        Session live = begun(user, TestClock.START.minusSeconds(60));
        Session expired = new Session(
                SessionFixture.nextId(), user, live.device(), live.createdAt(), TestClock.START, TOO_MANY.at(), null);
        begin(expired);

        assertThat(endOldest(user, 1)).isEmpty();
        assertThat(find(expired)).isEqualTo(expired);
        assertThat(find(live)).isEqualTo(live);
    }

    @Test
    default void endOldestLeavesOtherPeopleAlone() {
        Session stranger = begun();
        UserId user = storedUser();
        begunOneAfterTheOther(user, 2);
        endOldest(user, 1);

        assertThat(find(stranger)).isEqualTo(stranger);
    }

    @Test
    default void everySessionIsEndedByOneOfManyWhoEndTheOldest() {
        UserId user = storedUser();
        List<Session> line = begunOneAfterTheOther(user, 12);
        List<SessionId> ended = Race.values(Race.of(thread -> endOldest(user, 3))).stream()
                .flatMap(List::stream)
                .toList();

        assertThat(ended)
                .containsExactlyInAnyOrderElementsOf(
                        line.subList(0, 9).stream().map(Session::id).toList());
        assertThat(line.subList(9, 12))
                .allSatisfy(session -> assertThat(find(session)).isEqualTo(session));
    }

    @Test
    default void whoSignsInManyTimesAtOnceDoesNotHaveTooMany() {
        UserId user = storedUser();
        List<Session> fresh = IntStream.range(0, Race.THREADS)
                .mapToObj(number -> SessionFixture.session(user, TestClock.START.plusSeconds(number)))
                .toList();
        Race.values(Race.of(thread -> writeFor(() -> {
            sessions().insert(fresh.get(thread), SessionFixture.first(fresh.get(thread)));
            return sessions().endOldest(user, 3, TOO_MANY);
        })));

        assertThat(read(() -> sessions().findLive(user, LATER))).hasSize(3);
    }

    private List<Session> begunOneAfterTheOther(UserId user, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> begun(user, TestClock.START.plusSeconds(number)))
                .toList();
    }

    private List<SessionId> endOldest(UserId user, int keep) {
        return writeFor(() -> sessions().endOldest(user, keep, TOO_MANY));
    }
}
