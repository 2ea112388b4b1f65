package dev.muster.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.session.AccessToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.user.User;
import dev.muster.testkit.session.SessionFixture;
import dev.muster.testkit.user.UserFixture;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

final class InMemoryMusterTest {

    private final InMemoryMuster muster = new InMemoryMuster();

    @Test
    void storesShareOneUnitOfWork() {
        User user = UserFixture.aUser().build();
        Session session = SessionFixture.session(user.id());
        muster.unitOfWork.write(Actor.SYSTEM, () -> {
            muster.users.insert(user, UserFixture.HASH);
            muster.sessions.insert(session, SessionFixture.first(session));
            return true;
        });

        assertThat(muster.unitOfWork.read(Actor.SYSTEM, () -> muster.sessions.findStanding(session.id())))
                .isPresent();
    }

    @Test
    void tokensCanBeSignedAtOnce() {
        User user = UserFixture.aUser().build();
        Instant now = muster.clock.instant().truncatedTo(ChronoUnit.SECONDS);
        AccessToken token = new AccessToken(
                muster.ids.next(), user.id(), SessionFixture.nextId(), user.roles(), now, now.plusSeconds(60));

        assertThat(muster.accessTokens.verify(muster.accessTokens.sign(token), now))
                .contains(token);
    }
}
