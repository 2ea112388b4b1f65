package dev.muster.testkit.session;

import static dev.muster.testkit.session.SessionFixture.successor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.shared.Actor;
import dev.muster.testkit.shared.Race;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of the {@link SessionsContract} that says how sessions are refreshed and ended (requirement A4). */
public interface RotatedSessionsContract extends SessionStage {

    @Test
    default void rotateExchangesATokenForItsSuccessor() {
        Session session = SessionFixture.session(storedUser());
        RefreshToken first = begin(session);
        RefreshToken second = successor(first, session, LATER);

        assertThat(rotate(first, second)).isTrue();
        assertThat(find(second.hash())).isEqualTo(second);
        RefreshToken spent = find(first.hash());
        assertThat(spent.usedAt()).isEqualTo(LATER);
        assertThat(spent.replacedBy()).isEqualTo(second.id());
        assertThat(spent.end()).isNull();
    }

    @Test
    default void rotateNotesTheUseInTheSession() {
        Session session = SessionFixture.session(storedUser());
        RefreshToken first = begin(session);
        rotate(first, successor(first, session, LATER));

        assertThat(find(session)).isEqualTo(withUse(session, LATER));
    }

    @Test
    default void rotateOfOneWriteDoesAllOfIt() {
        Session session = SessionFixture.session(storedUser());
        RefreshToken first = begin(session);
        RefreshToken second = successor(first, session, LATER);

        assertThat(unitOfWork().<Boolean>writeOne(Actor.SYSTEM, () -> sessions().rotate(first, second)))
                .isTrue();
        assertThat(find(second.hash())).isEqualTo(second);
        assertThat(find(first.hash()).replacedBy()).isEqualTo(second.id());
        assertThat(find(session)).isEqualTo(withUse(session, LATER));
    }

    @Test
    default void rotateGoesOnFromTokenToToken() {
        Session session = SessionFixture.session(storedUser());
        RefreshToken token = begin(session);
        for (int use = 1; use <= 5; use++) {
            RefreshToken next = successor(token, session, LATER.plusSeconds(use));
            assertThat(rotate(token, next)).isTrue();
            token = find(next.hash());
        }

        assertThat(token.usedAt()).isNull();
        assertThat(find(session).lastUsedAt()).isEqualTo(LATER.plusSeconds(5));
    }

    @Test
    default void rotateOfASpentTokenChangesNothing() {
        Session session = SessionFixture.session(storedUser());
        RefreshToken first = begin(session);
        RefreshToken second = successor(first, session, LATER);
        RefreshToken late = successor(first, session, LATER.plusSeconds(1));
        rotate(first, second);

        assertThat(rotate(first, late)).isFalse();
        assertThat(read(() -> sessions().findToken(late.hash()))).isEmpty();
        assertThat(find(first.hash()).replacedBy()).isEqualTo(second.id());
        assertThat(find(second.hash())).isEqualTo(second);
        assertThat(find(session)).isEqualTo(withUse(session, LATER));
    }

    @Test
    default void rotateOfAnUnknownTokenChangesNothing() {
        Session session = SessionFixture.session(storedUser());
        begin(session);
        RefreshToken unknown = SessionFixture.first(session);
        RefreshToken next = successor(unknown, session, LATER);

        assertThat(rotate(unknown, next)).isFalse();
        assertThat(read(() -> sessions().findToken(next.hash()))).isEmpty();
        assertThat(find(session)).isEqualTo(session);
    }

    @Test
    default void rotateInAnEndedSessionChangesNothing() {
        Session session = SessionFixture.session(storedUser());
        RefreshToken first = begin(session);
        RefreshToken next = successor(first, session, LATER);
        end(session, LATER);

        assertThat(rotate(first, next)).isFalse();
        assertThat(read(() -> sessions().findToken(next.hash()))).isEmpty();
        assertThat(find(first.hash()).usedAt()).isNull();
        assertThat(find(session).lastUsedAt()).isEqualTo(session.lastUsedAt());
    }

    @Test
    default void rotateInAUnitThatFailsChangesNothing() {
        Session session = SessionFixture.session(storedUser());
        RefreshToken first = begin(session);

        assertThatThrownBy(() -> write(() -> {
                    sessions().rotate(first, successor(first, session, LATER));
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(find(first.hash())).isEqualTo(first);
        assertThat(find(session)).isEqualTo(session);
    }

    @Test
    default void oneOfManyWhoRotateTheSameTokenWins() {
        Session session = SessionFixture.session(storedUser());
        RefreshToken first = begin(session);
        List<RefreshToken> successors = IntStream.range(0, Race.THREADS)
                .mapToObj(thread -> successor(first, session, LATER.plusSeconds(thread)))
                .toList();
        List<Boolean> won = Race.values(Race.of(thread -> rotate(first, successors.get(thread))));

        assertThat(won).filteredOn(Boolean::booleanValue).hasSize(1);
        RefreshToken winner = successors.get(won.indexOf(true));
        assertThat(find(first.hash()).replacedBy()).isEqualTo(winner.id());
        assertThat(successors)
                .filteredOn(
                        token -> read(() -> sessions().findToken(token.hash())).isPresent())
                .containsExactly(winner);
    }

    @Test
    default void endEndsTheSessionAndEveryTokenOfIt() {
        Session session = SessionFixture.session(storedUser());
        RefreshToken first = begin(session);
        RefreshToken second = successor(first, session, LATER);
        rotate(first, second);
        Session.End end = end(session, LATER.plusSeconds(1));

        assertThat(find(session).end()).isEqualTo(end);
        assertThat(find(session).lastUsedAt()).isEqualTo(LATER);
        assertThat(find(first.hash()).end()).isEqualTo(end);
        assertThat(find(second.hash()).end()).isEqualTo(end);
    }

    @Test
    default void endKeepsAnEarlierEnd() {
        Session session = SessionFixture.session(storedUser());
        RefreshToken token = begin(session);
        Session.End first = end(session, LATER);
        write(() -> sessions().end(session.id(), new Session.End(LATER.plusSeconds(9), EndReason.TOKEN_REUSED)));

        assertThat(find(session).end()).isEqualTo(first);
        assertThat(find(token.hash()).end()).isEqualTo(first);
    }

    @Test
    default void endTellsWhetherItWasTheFirst() {
        Session session = begun();
        Session.End end = new Session.End(LATER, EndReason.REVOKED);

        assertThat(writeFor(() -> sessions().end(session.id(), end))).isTrue();
        assertThat(writeFor(() -> sessions().end(session.id(), end))).isFalse();
        assertThat(writeFor(() ->
                        sessions().end(SessionFixture.session(session.user()).id(), end)))
                .isFalse();
    }

    @Test
    default void oneOfManyWhoEndASessionAtOnceIsTheFirst() {
        Session session = begun();
        Session.End end = new Session.End(LATER, EndReason.REVOKED);

        List<Boolean> ended =
                Race.values(Race.of(thread -> writeFor(() -> sessions().end(session.id(), end))));

        assertThat(ended).filteredOn(Boolean::booleanValue).hasSize(1);
    }

    @Test
    default void endLeavesOtherSessionsAlone() {
        Session session = begun();
        Session other = SessionFixture.session(session.user());
        RefreshToken token = begin(other);
        end(session, LATER);

        assertThat(find(other)).isEqualTo(other);
        assertThat(find(token.hash())).isEqualTo(token);
    }

    @Test
    default void everyReasonOfAnEndIsKept() {
        for (EndReason reason : EndReason.values()) {
            Session session = begun();
            Session.End end = new Session.End(LATER, reason);
            write(() -> sessions().end(session.id(), end));

            assertThat(find(session).end()).isEqualTo(end);
        }
    }

    @Test
    default void noTokenOutlivesASessionThatEndsWhileItIsRefreshed() {
        for (int round = 0; round < 20; round++) {
            Session session = SessionFixture.session(storedUser());
            RefreshToken first = begin(session);
            RefreshToken second = successor(first, session, LATER);
            Race.values(Race.of(2, thread -> thread == 0 ? rotate(first, second) : end(session, LATER) != null));

            assertThat(find(first.hash()).end()).isNotNull();
            assertThat(read(() -> sessions().findToken(second.hash())))
                    .satisfiesAnyOf(
                            token -> assertThat(token).isEmpty(),
                            token -> assertThat(token.orElseThrow().end()).isNotNull());
            assertThat(rotate(second, successor(second, session, LATER))).isFalse();
        }
    }

    private static Session withUse(Session session, Instant at) {
        return new Session(
                session.id(), session.user(), session.device(), session.createdAt(), at, session.expiresAt(), null);
    }
}
