package dev.muster.testkit.operations;

import static dev.muster.testkit.mail.MailedTokenFixture.hash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.mail.MailedToken;
import dev.muster.domain.mail.MailedToken.Purpose;
import dev.muster.domain.mail.MailedTokens;
import dev.muster.domain.operations.ExpiredTokens;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.Sessions;
import dev.muster.testkit.mail.MailedTokenFixture;
import dev.muster.testkit.session.SessionFixture;
import dev.muster.testkit.user.UserStage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What {@link ExpiredTokens} promise. A test class of the adapter implements this interface, which makes it run every
 * test, on a store that others leave alone:
 *
 * <pre>{@code
 * final class MyExpiredTokensTest implements ExpiredTokensContract {
 *     public UnitOfWork unitOfWork() { return myUnitOfWork; }
 *     public Users users() { return new MyUsers(...); }
 *     public Sessions sessions() { return new MySessions(...); }
 *     public MailedTokens mailedTokens() { return new MyMailedTokens(...); }
 *     public ExpiredTokens expiredTokens() { return new MyExpiredTokens(...); }
 *     public Instant now() { return theStoresClock; }
 * }
 * }</pre>
 */
public interface ExpiredTokensContract extends UserStage {

    /** How long what ended is kept. */
    Duration KEPT = Duration.ofDays(30);

    /** Room for clocks that differ. */
    Duration MARGIN = Duration.ofHours(1);

    /** Where sessions are. */
    Sessions sessions();

    /** Where mailed tokens are. */
    MailedTokens mailedTokens();

    /** What is tested. */
    ExpiredTokens expiredTokens();

    /** The time by the store's clock. */
    Instant now();

    @BeforeEach
    default void beginWithNothingExpired() {
        removed();
    }

    @Test
    default void sessionThatExpiredLongAgoGoesWithItsRefreshTokens() {
        Session session = SessionFixture.session(
                storedUser(), now().minus(KEPT.multipliedBy(2)).minus(MARGIN));
        RefreshToken token = stored(session);

        assertThat(removed()).isEqualTo(1);
        assertThat(find(session)).isEmpty();
        assertThat(read(() -> sessions().findToken(token.hash()))).isEmpty();
        assertThat(removed()).isZero();
    }

    @Test
    default void sessionThatWasEndedLongAgoGoes() {
        Instant end = now().minus(KEPT).minus(MARGIN);
        Session session = SessionFixture.session(storedUser(), end.minus(MARGIN));
        stored(session);
        write(() -> sessions().end(session.id(), new Session.End(end, EndReason.LOGOUT)));

        assertThat(removed()).isEqualTo(1);
        assertThat(find(session)).isEmpty();
    }

    @Test
    default void sessionThatEndedLatelyStaysAndSoDoesALiveOne() {
        Instant end = now().minus(KEPT).plus(MARGIN);
        Session ended = SessionFixture.session(storedUser(), end.minus(MARGIN));
        RefreshToken kept = stored(ended);
        write(() -> sessions().end(ended.id(), new Session.End(end, EndReason.LOGOUT)));
        Session expired = SessionFixture.session(
                storedUser(), now().minus(KEPT.multipliedBy(2)).plus(MARGIN));
        stored(expired);
        Session live = SessionFixture.session(storedUser(), now().minus(MARGIN));
        stored(live);

        assertThat(removed()).isZero();
        assertThat(find(ended)).isPresent();
        assertThat(find(expired)).isPresent();
        assertThat(find(live)).isPresent();
        assertThat(read(() -> sessions().findToken(kept.hash()))).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    default void mailedTokenThatExpiredLongAgoGoes(Purpose purpose) {
        Instant expiry = now().minus(KEPT).minus(MARGIN);
        MailedToken old = stored(expiring(purpose, expiry));
        MailedToken late = stored(expiring(purpose, now().minus(KEPT).plus(MARGIN)));
        MailedToken live = stored(expiring(purpose, now().plus(MailedTokenFixture.LIFETIME)));

        assertThat(removed()).isEqualTo(1);
        assertThat(findAt(old.createdAt(), old)).isEmpty();
        assertThat(findAt(late.createdAt(), late)).contains(late);
        assertThat(findAt(now(), live)).contains(live);
    }

    @Test
    default void whatIsRemovedInAUnitThatFailsStays() {
        Session session = SessionFixture.session(storedUser(), now().minus(KEPT.multipliedBy(3)));
        stored(session);

        assertThatThrownBy(() -> write(() -> {
                    expiredTokens().remove();
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(find(session)).isPresent();
    }

    @Test
    default void nothingIsRemovedOutsideAUnitOfWork() {
        assertThatIllegalStateException().isThrownBy(() -> expiredTokens().remove());
    }

    private long removed() {
        return writeFor(() -> expiredTokens().remove());
    }

    private MailedToken expiring(Purpose purpose, Instant expiry) {
        return MailedTokenFixture.token(storedUser(), purpose, expiry.minus(MailedTokenFixture.LIFETIME));
    }

    private MailedToken stored(MailedToken token) {
        write(() -> mailedTokens().insert(token, hash(token)));
        return token;
    }

    private Optional<MailedToken> findAt(Instant time, MailedToken token) {
        return read(() -> mailedTokens().find(hash(token), token.purpose(), time));
    }

    private RefreshToken stored(Session session) {
        RefreshToken token = SessionFixture.first(session);
        write(() -> sessions().insert(session, token));
        return token;
    }

    private Optional<Session> find(Session session) {
        return read(() -> sessions().find(session.id()));
    }
}
