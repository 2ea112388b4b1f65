package dev.muster.testkit.session;

import static dev.muster.testkit.session.SessionFixture.successor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The part of the {@link SessionsContract} that says how the refresh tokens of a session are listed. */
public interface SessionLineageContract extends SessionStage {

    @Test
    default void lineageTellsTheTokensOfASessionTheFirstFirst() {
        Session session = SessionFixture.session(storedUser());
        List<RefreshToken> line = line(session, 5);

        assertThat(lineage(session.id(), 100, null)).isEqualTo(new Page<>(line, false));
    }

    @Test
    default void lineageComesInPages() {
        Session session = SessionFixture.session(storedUser());
        List<RefreshToken> line = line(session, 5);

        assertThat(lineage(session.id(), 2, null)).isEqualTo(new Page<>(line.subList(0, 2), true));
        assertThat(lineage(session.id(), 2, line.get(1).id())).isEqualTo(new Page<>(line.subList(2, 4), true));
        assertThat(lineage(session.id(), 2, line.get(3).id())).isEqualTo(new Page<>(line.subList(4, 5), false));
        assertThat(lineage(session.id(), 2, line.get(4).id())).isEqualTo(new Page<>(List.of(), false));
    }

    @Test
    default void lineagePageThatEndsWithTheLastTokenSaysSo() {
        Session session = SessionFixture.session(storedUser());
        List<RefreshToken> line = line(session, 2);

        assertThat(lineage(session.id(), 2, null)).isEqualTo(new Page<>(line, false));
    }

    @Test
    default void lineageOfAnEndedSessionTellsItsEnd() {
        Session session = SessionFixture.session(storedUser());
        line(session, 3);
        Session.End end = end(session, LATER.plusSeconds(60));

        assertThat(lineage(session.id(), 100, null).items())
                .hasSize(3)
                .allSatisfy(token -> assertThat(token.end()).isEqualTo(end));
    }

    @Test
    default void lineageHasNoTokensOfOtherSessions() {
        Session session = SessionFixture.session(storedUser());
        List<RefreshToken> line = line(session, 2);
        begun(session.user(), LATER);
        begun();

        assertThat(lineage(session.id(), 100, null).items()).isEqualTo(line);
    }

    @Test
    default void lineageOfAnUnknownSessionIsEmpty() {
        assertThat(lineage(SessionFixture.nextId(), 100, null)).isEqualTo(new Page<>(List.of(), false));
    }

    /** Stores a session that is refreshed until it has so many tokens; returns them as they are stored then. */
    private List<RefreshToken> line(Session session, int tokens) {
        List<RefreshToken> line = new ArrayList<>();
        line.add(begin(session));
        while (line.size() < tokens) {
            RefreshToken next = successor(line.getLast(), session, LATER.plusSeconds(line.size()));
            rotate(line.getLast(), next);
            line.add(next);
        }
        line.replaceAll(token -> find(token.hash()));
        return line;
    }

    private Page<RefreshToken> lineage(SessionId session, int limit, @Nullable UUID after) {
        return read(() -> sessions().findLineage(session, new PageRequest<>(limit, after)));
    }
}
