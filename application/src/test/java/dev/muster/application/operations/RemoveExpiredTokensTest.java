package dev.muster.application.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.mail.MailedToken;
import dev.muster.domain.mail.MailedToken.Purpose;
import dev.muster.domain.operations.ExpiredTokens;
import dev.muster.domain.session.Session;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.InMemoryMuster;
import dev.muster.testkit.mail.MailedTokenFixture;
import dev.muster.testkit.session.SessionFixture;
import dev.muster.testkit.user.UserFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RemoveExpiredTokensTest {

    private final InMemoryMuster muster = new InMemoryMuster();

    @Test
    void whatEndedLongAgoIsRemovedAndCounted() {
        UserId ann = UserFixture.aUser().build().id();
        Session session = SessionFixture.session(ann, muster.clock.instant());
        MailedToken token = MailedTokenFixture.token(ann, Purpose.RESET_PASSWORD, muster.clock.instant());
        muster.unitOfWork.write(Actor.SYSTEM, () -> {
            muster.sessions.insert(session, SessionFixture.first(session));
            muster.mailedTokens.insert(token, MailedTokenFixture.hash(token));
            return ann;
        });
        var remove = new RemoveExpiredTokens(muster.unitOfWork, muster.expiredTokens);

        muster.clock.advance(Duration.ofDays(31));
        assertThat(remove.remove()).isEqualTo(1);
        muster.clock.advance(Duration.ofDays(30));
        assertThat(remove.remove()).isEqualTo(1);
        assertThat(remove.remove()).isZero();
    }

    @Test
    void storeIsAskedUntilNothingIsLeft() {
        List<Long> parts = new ArrayList<>(List.of(10_000L, 3L, 0L));
        ExpiredTokens bounded = parts::removeFirst;

        assertThat(new RemoveExpiredTokens(muster.unitOfWork, bounded).remove()).isEqualTo(10_003);
        assertThat(parts).isEmpty();
    }
}
