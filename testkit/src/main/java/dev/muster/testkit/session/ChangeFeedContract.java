package dev.muster.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.muster.domain.session.ChangeFeed;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.user.UserId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a {@link ChangeFeed} promises. A test class of the adapter implements this interface, gives a feed that nobody
 * follows yet, and makes changes as any node would that knows nothing of the feed.
 */
public interface ChangeFeedContract {

    /** The time that requirement A5 gives. */
    Duration IN_TIME = Duration.ofSeconds(1);

    /** What is tested; the same at every call of a test. */
    ChangeFeed feed();

    /** Ends a session, and says which. */
    SessionId endSomeSession();

    /** Shuts the account of a person, and says whose. */
    UserId shutSomeAccount();

    /** Gives a role to a person, and says whom. */
    UserId giveSomeRole();

    /** Changes what is known of a person, and says of whom. */
    UserId changeSomeProfile();

    /** Changes what some role allows. */
    void changeSomeRole();

    /** Changes the signing keys, in whatever way. */
    void changeKeys();

    @AfterEach
    default void closeFeed() {
        feed().close();
    }

    @Test
    default void lostIsToldFirstAndThenFound() {
        HeardChanges heard = new HeardChanges();
        feed().follow(heard);
        heard.await(HeardChanges.FOUND);

        assertThat(heard.all()).startsWith(HeardChanges.LOST, HeardChanges.FOUND);
        assertThat(heard.count(HeardChanges.LOST)).isOne();
    }

    @Test
    default void endedSessionIsToldInTime() {
        HeardChanges heard = following();
        SessionId ended = endSomeSession();

        assertThat(heard.await(ended, 1)).isLessThan(IN_TIME);
        assertThat(heard.all()).doesNotContain(new UserId(ended.value()));
    }

    @Test
    default void shutAccountIsToldInTime() {
        HeardChanges heard = following();
        UserId changed = shutSomeAccount();

        assertThat(heard.await(changed, 1)).isLessThan(IN_TIME);
        assertThat(heard.all()).doesNotContain(new SessionId(changed.value()));
    }

    @Test
    default void changedRolesAreToldInTime() {
        HeardChanges heard = following();

        assertThat(heard.await(giveSomeRole(), 1)).isLessThan(IN_TIME);
    }

    @Test
    default void changedProfileIsToldInTimeAndNothingElseOfThePerson() {
        HeardChanges heard = following();
        UserId changed = changeSomeProfile();

        assertThat(heard.await(new HeardChanges.Profile(changed), 1)).isLessThan(IN_TIME);
        assertThat(heard.all()).doesNotContain(changed);
    }

    @Test
    default void changeOfWhatARoleAllowsIsToldInTime() {
        HeardChanges heard = following();
        changeSomeRole();

        assertThat(heard.await(HeardChanges.ROLES, 1)).isLessThan(IN_TIME);
    }

    @Test
    default void changedKeysAreToldInTime() {
        HeardChanges heard = following();
        changeKeys();

        assertThat(heard.await(HeardChanges.KEYS, 1)).isLessThan(IN_TIME);
    }

    @Test
    default void changesAreToldInTheirOrder() {
        HeardChanges heard = following();
        SessionId first = endSomeSession();
        UserId second = shutSomeAccount();
        SessionId third = endSomeSession();
        heard.await(third);

        assertThat(heard.all()).containsSubsequence(first, second, third);
    }

    @Test
    default void nothingIsToldAfterClosing() throws InterruptedException {
        HeardChanges heard = following();
        feed().close();
        int before = heard.all().size();
        endSomeSession();
        Thread.sleep(300);

        assertThat(heard.all()).hasSize(before);
    }

    @Test
    default void closingAgainIsHarmless() {
        HeardChanges heard = following();
        feed().close();
        feed().close();

        assertThat(heard.count(HeardChanges.LOST)).isOne();
    }

    @Test
    default void itIsFollowedOnceBeforeItIsClosed() {
        HeardChanges heard = following();

        assertThatIllegalStateException().isThrownBy(() -> feed().follow(heard));
        feed().close();
        assertThatIllegalStateException().isThrownBy(() -> feed().follow(heard));
    }

    private HeardChanges following() {
        HeardChanges heard = new HeardChanges();
        feed().follow(heard);
        heard.await(HeardChanges.FOUND);
        return heard;
    }
}
