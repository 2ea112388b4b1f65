package dev.muster.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.session.Principal;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.user.Permission;
import dev.muster.testkit.session.InMemoryChangeFeed;
import dev.muster.testkit.session.InMemorySessionCache;
import dev.muster.testkit.session.SessionFixture;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserFixture;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FollowChangesTest {

    private final InMemoryChangeFeed feed = new InMemoryChangeFeed();
    private final SessionCache cache = new InMemorySessionCache();

    @BeforeEach
    void follow() {
        new FollowChanges(feed, cache).follow();
    }

    @Test
    void sessionEndedElsewhereIsForgotten() {
        Principal ended = remembered();
        Principal other = remembered();
        feed.endSession(ended.session());

        assertThat(cache.findRemembered(ended.session())).isEmpty();
        assertThat(cache.findRemembered(other.session())).contains(other);
    }

    @Test
    void sessionsOfAPersonChangedElsewhereAreForgotten() {
        Principal changed = remembered();
        Principal other = remembered();
        feed.changeUser(changed.user());

        assertThat(cache.findRemembered(changed.session())).isEmpty();
        assertThat(cache.findRemembered(other.session())).contains(other);
    }

    @Test
    void nothingIsRememberedWhileChangesGoUnheard() {
        Principal before = remembered();
        feed.lose();
        Principal during = remembered();

        assertThat(cache.findRemembered(before.session())).isEmpty();
        assertThat(cache.findRemembered(during.session())).isEmpty();

        feed.find();
        Principal after = remembered();
        assertThat(cache.findRemembered(before.session())).isEmpty();
        assertThat(cache.findRemembered(during.session())).isEmpty();
        assertThat(cache.findRemembered(after.session())).contains(after);
    }

    private Principal remembered() {
        Principal principal = new Principal(
                UserFixture.nextId(),
                SessionFixture.nextId(),
                Set.of(Permission.USERS_READ),
                TestClock.START.plusSeconds(3600));
        cache.find(principal.session(), id -> Optional.of(principal));
        return principal;
    }
}
