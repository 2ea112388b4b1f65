package dev.muster.testkit.session;

import static dev.muster.testkit.session.SessionFixture.first;
import static dev.muster.testkit.user.UserFixture.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.session.Device;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserStatus;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserFixture;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What {@link Sessions} promise. A test class of the adapter implements this interface, which makes it run every test:
 *
 * <pre>{@code
 * final class MySessionsTest implements SessionsContract {
 *     public UnitOfWork unitOfWork() { return myUnitOfWork; }
 *     public Users users() { return new MyUsers(...); }
 *     public Sessions sessions() { return new MySessions(...); }
 * }
 * }</pre>
 *
 * The store need not be empty: every test uses sessions of its own. Its parts: {@link RotatedSessionsContract} about
 * refresh and end, {@link SessionLineageContract} about the tokens of a session, {@link OwnedSessionsContract} about the
 * sessions of a person, {@link OldestSessionsContract} about how many one may have.
 */
public interface SessionsContract
        extends RotatedSessionsContract, SessionLineageContract, OwnedSessionsContract, OldestSessionsContract {

    @Test
    default void insertKeepsASessionAndItsFirstToken() {
        Session session = SessionFixture.session(storedUser());
        RefreshToken token = first(session);
        write(() -> sessions().insert(session, token));

        assertThat(read(() -> sessions().find(session.id()))).contains(session);
        assertThat(read(() -> sessions().findToken(token.hash()))).contains(token);
    }

    @Test
    default void insertOfOneWriteKeepsBoth() {
        Session session = SessionFixture.session(storedUser());
        RefreshToken token = first(session);
        insertAtOnce(session, token);

        assertThat(read(() -> sessions().find(session.id()))).contains(session);
        assertThat(read(() -> sessions().findToken(token.hash()))).contains(token);
    }

    @Test
    default void insertKeepsWhatIsKnownOfADevice() {
        Device[] devices = {
            new Device(null, null, null),
            new Device("Zoës 🚀 Händi", "2001:db8::7", null),
            new Device(null, "127.0.0.1", "x".repeat(500)),
        };
        for (Device device : devices) {
            Session session = SessionFixture.session(storedUser(), device);
            write(() -> sessions().insert(session, first(session)));

            assertThat(read(() -> sessions().find(session.id()))).contains(session);
        }
    }

    @Test
    default void insertRefusesAHashThatIsStored() {
        Session session = SessionFixture.session(storedUser());
        RefreshToken known = first(session);
        write(() -> sessions().insert(session, known));
        Session other = SessionFixture.session(session.user());

        assertThatThrownBy(() -> insertAtOnce(other, withHash(first(other), known.hash())))
                .isInstanceOf(RuntimeException.class);
        assertThat(read(() -> sessions().find(other.id()))).isEmpty();
        assertThat(read(() -> sessions().findToken(known.hash()))).contains(known);
    }

    @Test
    default void insertRefusesAnIdThatIsStored() {
        Session session = begun();

        assertThatThrownBy(() -> write(() -> sessions().insert(session, first(session))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    default void insertInAUnitThatFailsKeepsNothing() {
        Session session = SessionFixture.session(storedUser());
        RefreshToken token = first(session);

        assertThatThrownBy(() -> write(() -> {
                    sessions().insert(session, token);
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(read(() -> sessions().find(session.id()))).isEmpty();
        assertThat(read(() -> sessions().findToken(token.hash()))).isEmpty();
    }

    @Test
    default void unknownSessionAndTokenAreNotFound() {
        assertThat(read(() -> sessions().find(SessionFixture.nextId()))).isEmpty();
        assertThat(read(() -> sessions().findStanding(SessionFixture.nextId()))).isEmpty();
        assertThat(read(() -> sessions().findToken(SessionFixture.nextHash()))).isEmpty();
    }

    @Test
    default void standingTellsTheSessionAndWhatTheRolesOfItsUserAllow() {
        User user = stored(aUser().roles(Role.USER, Role.ADMIN).build());
        Session session = SessionFixture.session(user.id());
        write(() -> sessions().insert(session, first(session)));

        assertThat(read(() -> sessions().findStanding(session.id())))
                .contains(new Sessions.Standing(session, EnumSet.allOf(Permission.class)));
    }

    @ParameterizedTest
    @EnumSource(
            value = UserStatus.class,
            names = {"INACTIVE", "SUSPENDED", "DELETED"})
    default void userWhoIsNotActiveHasNoStanding(UserStatus status) {
        UserFixture fixture = status == UserStatus.DELETED ? aUser().deleted() : aUser().status(status);
        User user = stored(fixture.build());
        Session session = SessionFixture.session(user.id());
        write(() -> sessions().insert(session, first(session)));

        assertThat(read(() -> sessions().findStanding(session.id()))).isEmpty();
        assertThat(read(() -> sessions().find(session.id()))).contains(session);
    }

    @Test
    default void standingOfAnEndedSessionTellsItsEnd() {
        Session session = begun();
        Instant at = TestClock.START.plusSeconds(60);
        write(() -> sessions().end(session.id(), new Session.End(at, EndReason.LOGOUT)));

        assertThat(read(() -> sessions().findStanding(session.id())))
                .hasValueSatisfying(standing ->
                        assertThat(standing.session().end()).isEqualTo(new Session.End(at, EndReason.LOGOUT)));
    }

    @Test
    default void personMayHaveManySessions() {
        Session one = begun();
        Session other = SessionFixture.session(one.user());
        write(() -> sessions().insert(other, first(other)));

        assertThat(read(() -> sessions().find(one.id()))).contains(one);
        assertThat(read(() -> sessions().find(other.id()))).contains(other);
    }

    private void insertAtOnce(Session session, RefreshToken token) {
        unitOfWork().writeOne(Actor.SYSTEM, () -> {
            sessions().insert(session, token);
            return true;
        });
    }

    private static RefreshToken withHash(RefreshToken token, TokenHash hash) {
        return new RefreshToken(
                token.id(),
                token.session(),
                token.family(),
                hash,
                token.issuedAt(),
                token.expiresAt(),
                null,
                null,
                null);
    }
}
