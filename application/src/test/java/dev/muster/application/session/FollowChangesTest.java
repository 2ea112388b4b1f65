package dev.muster.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.session.Principal;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserCache;
import dev.muster.testkit.session.InMemoryChangeFeed;
import dev.muster.testkit.session.InMemorySessionCache;
import dev.muster.testkit.session.SessionFixture;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.InMemoryUserCache;
import dev.muster.testkit.user.UserFixture;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FollowChangesTest {

    private final InMemoryChangeFeed feed = new InMemoryChangeFeed();
    private final SessionCache cache = new InMemorySessionCache();
    private final UserCache people = new InMemoryUserCache();
    private final AtomicInteger keyReloads = new AtomicInteger();

    @BeforeEach
    void follow() {
        new FollowChanges(feed, new Remembered(cache, people), keyReloads::incrementAndGet).follow();
    }

    @Test
    void keysAreLoadedWhenTheyChangedAndWhenTheyMayHaveChangedUnheard() {
        assertThat(keyReloads).hasValue(1);

        feed.changeKeys();
        assertThat(keyReloads).hasValue(2);

        feed.lose();
        assertThat(keyReloads).hasValue(2);
        feed.find();
        assertThat(keyReloads).hasValue(3);
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
    void personChangedElsewhereIsForgotten() {
        User shut = rememberedUser();
        User renamed = rememberedUser();
        User other = rememberedUser();
        feed.changeUser(shut.id());
        feed.changeProfile(renamed.id());

        assertThat(isRemembered(shut)).isFalse();
        assertThat(isRemembered(renamed)).isFalse();
        assertThat(isRemembered(other)).isTrue();
    }

    @Test
    void sessionsOutliveAChangeOfTheProfile() {
        Principal principal = remembered();
        feed.changeProfile(principal.user());

        assertThat(cache.findRemembered(principal.session())).contains(principal);
    }

    @Test
    void nobodyIsRememberedWhileChangesGoUnheard() {
        User before = rememberedUser();
        feed.lose();
        User during = rememberedUser();

        assertThat(isRemembered(before)).isFalse();
        assertThat(isRemembered(during)).isFalse();

        feed.find();
        assertThat(isRemembered(during)).isFalse();
        assertThat(isRemembered(rememberedUser())).isTrue();
    }

    @Test
    void everySessionIsForgottenWhenWhatARoleAllowsChangesElsewhere() {
        Principal one = remembered();
        Principal other = remembered();
        feed.changeRoles();

        assertThat(cache.findRemembered(one.session())).isEmpty();
        assertThat(cache.findRemembered(other.session())).isEmpty();
        Principal after = remembered();
        assertThat(cache.findRemembered(after.session())).contains(after);
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

    private User rememberedUser() {
        User user = UserFixture.aUser().build();
        people.find(user.id(), id -> Optional.of(user));
        return user;
    }

    private boolean isRemembered(User user) {
        return people.find(user.id(), id -> Optional.empty()).isPresent();
    }

    private Principal remembered() {
        Principal principal = new Principal(
                UserFixture.nextId(),
                SessionFixture.nextId(),
                Set.of(Permission.USERS_READ),
                TestClock.START,
                TestClock.START.plusSeconds(3600));
        cache.find(principal.session(), id -> Optional.of(principal));
        return principal;
    }
}
