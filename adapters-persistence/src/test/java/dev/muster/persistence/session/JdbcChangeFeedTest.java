package dev.muster.persistence.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.session.ChangeFeed;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.session.SigningKey;
import dev.muster.domain.session.SigningKeys;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.LockoutPolicy;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.session.ChangeFeedContract;
import dev.muster.testkit.session.HeardChanges;
import dev.muster.testkit.session.SessionFixture;
import dev.muster.testkit.session.SigningKeyFixture;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserFixture;
import dev.muster.testkit.user.UserStage;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

final class JdbcChangeFeedTest implements ChangeFeedContract, UserStage {

    private static final Stores STORES = Stores.shared();

    private final ChangeFeed feed = new JdbcChangeFeed(STORES.bean(DataSource.class));

    /** Stored before anyone listens: to be stored is a change as well. */
    private final UserId person = storedUser();

    JdbcChangeFeedTest() throws SQLException {}

    @Override
    public ChangeFeed feed() {
        return feed;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return STORES.unitOfWork();
    }

    @Override
    public Users users() {
        return STORES.users();
    }

    @Override
    public SessionId endSomeSession() {
        Sessions sessions = STORES.bean(Sessions.class);
        Session session = SessionFixture.session(person);
        write(() -> sessions.insert(session, SessionFixture.first(session)));
        write(() -> sessions.end(session.id(), new Session.End(TestClock.START, EndReason.LOGOUT)));
        return session.id();
    }

    @Override
    public UserId shutSomeAccount() {
        execute("update muster.users set status = 'suspended' where id = '" + person + "'");
        return person;
    }

    @Override
    public UserId changeSomeProfile() {
        execute("update muster.user_profiles set display_name = 'Zoë' where user_id = '" + person + "'");
        return person;
    }

    @Override
    public UserId giveSomeRole() {
        execute("insert into muster.user_roles (user_id, role) values ('" + person + "', 'admin')");
        return person;
    }

    @Override
    public void changeSomeRole() {
        execute("insert into muster.role_permissions (role, permission) values ('user', 'users:read')");
        execute("delete from muster.role_permissions where role = 'user'");
    }

    @Override
    public void changeKeys() {
        SigningKeys keys = STORES.bean(SigningKeys.class);
        write(() -> keys.insert(SigningKeyFixture.key(TestClock.START, null)));
    }

    @Test
    void endsAndRemovalsOfKeysAreTold() {
        SigningKeys keys = STORES.bean(SigningKeys.class);
        SigningKey key = SigningKeyFixture.key(TestClock.START, null);
        write(() -> keys.insert(key));
        HeardChanges heard = following();

        write(() -> keys.retire(key.id(), TestClock.START.plusSeconds(1)));
        heard.await(HeardChanges.KEYS, 1);
        write(() -> keys.removeAllBut(Set.of()));
        heard.await(HeardChanges.KEYS, 2);
        write(() -> keys.removeAllBut(Set.of()));
        heard.await(endSomeSession());

        assertThat(heard.count(HeardChanges.KEYS)).isEqualTo(2);
    }

    @Test
    void takenRolesAndErasedAccountsAreTold() {
        HeardChanges heard = following();
        execute("delete from muster.user_roles where user_id = '" + person + "'");
        heard.await(person, 1);
        execute("delete from muster.users where id = '" + person + "'");
        heard.await(person, 2);

        assertThat(heard.count(person)).isEqualTo(2);
    }

    @Test
    void signingInEndsNothingAndSessionsThatWereEndedBeforeAreNotTold() {
        SessionId ended = endSomeSession();
        HeardChanges heard = following();
        execute("update muster.users set last_login_at = now(), failed_login_attempts = 1 where id = '" + person + "'");
        execute("update muster.sessions set revoked_at = now() where id = '" + ended + "'");
        SessionId last = endSomeSession();
        heard.await(last);

        assertThat(heard.all()).doesNotContain(person, ended);
    }

    @Test
    void everyChangeThatIsSeenInAProfileIsToldOnce() {
        HeardChanges heard = following();
        User user = read(() -> users().find(person)).orElseThrow();
        write(() -> users().update(user.with(user.details(), TestClock.START.plusSeconds(1))));
        heard.await(new HeardChanges.Profile(person), 1);
        write(() -> users().recordLogin(UserFixture.credentials(user), TestClock.START, null));
        heard.await(new HeardChanges.Profile(person), 2);
        heard.await(endSomeSession());

        assertThat(heard.count(new HeardChanges.Profile(person))).isEqualTo(2);
    }

    @Test
    void wrongPasswordsAreNotTold() {
        HeardChanges heard = following();
        write(() -> users().recordFailure(person, TestClock.START, LockoutPolicy.DEFAULT));
        heard.await(endSomeSession());

        assertThat(heard.all()).doesNotContain(person, new HeardChanges.Profile(person));
    }

    @Test
    void noticesThatSayNothingToItAreIgnored() {
        HeardChanges heard = following();
        for (String notice : new String[] {
            "", ":", "session:", "user:no-id", "roles:", "beat:", "beat:" + person.value(), "else:" + person.value()
        }) {
            execute("select pg_notify('muster_changes', '" + notice + "')");
        }
        SessionId last = endSomeSession();
        heard.await(last);

        assertThat(heard.all()).doesNotContain(person);
        assertThat(heard.count(HeardChanges.LOST)).isOne();
    }

    @Test
    void connectionThatTheServerEndsIsReplaced() {
        HeardChanges heard = following();
        execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where application_name = 'muster-changes' and datname = current_database()");

        assertThat(heard.await(HeardChanges.LOST, 2)).isLessThan(IN_TIME);
        heard.await(HeardChanges.FOUND, 2);
        assertThat(heard.await(endSomeSession(), 1)).isLessThan(IN_TIME);
    }

    @Test
    void failureOfTheFollowerCountsAsLostAndEndsNothing() {
        AtomicBoolean fail = new AtomicBoolean(true);
        HeardChanges heard = new HeardChanges();
        feed.follow(new FailingOnce(heard, fail));
        heard.await(HeardChanges.FOUND);
        endSomeSession();

        heard.await(HeardChanges.FOUND, 2);
        SessionId after = endSomeSession();
        heard.await(after);
        assertThat(heard.count(HeardChanges.LOST)).isEqualTo(2);
        assertThat(fail).isFalse();
    }

    private HeardChanges following() {
        HeardChanges heard = new HeardChanges();
        feed.follow(heard);
        heard.await(HeardChanges.FOUND);
        return heard;
    }

    private static void execute(String sql) {
        try {
            STORES.database().execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Fails on purpose at the first session, and when it is then told that changes go unheard. */
    private record FailingOnce(HeardChanges heard, AtomicBoolean fail) implements ChangeFeed.Follower {

        @Override
        public void sessionEnded(SessionId session) {
            if (fail.getAndSet(false)) {
                throw new UnsupportedOperationException("on purpose");
            }
            heard.sessionEnded(session);
        }

        @Override
        public void userChanged(UserId user) {
            heard.userChanged(user);
        }

        @Override
        public void profileChanged(UserId user) {
            heard.profileChanged(user);
        }

        @Override
        public void rolesChanged() {
            heard.rolesChanged();
        }

        @Override
        public void keysChanged() {
            heard.keysChanged();
        }

        @Override
        public void lost() {
            heard.lost();
            if (heard.count(HeardChanges.LOST) > 1) {
                throw new UnsupportedOperationException("on purpose");
            }
        }

        @Override
        public void found() {
            heard.found();
        }
    }
}
