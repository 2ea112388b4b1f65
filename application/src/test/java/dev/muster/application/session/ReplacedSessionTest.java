package dev.muster.application.session;

import static dev.muster.application.shared.AccountStage.LAPTOP;
import static dev.muster.application.shared.AccountStage.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.shared.AccountStage;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.audit.AuditFilter;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.User;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that signs in while it holds a session. */
final class ReplacedSessionTest {

    private static final Password WRONG = new Password("wrong horse battery staple");

    private final AccountStage muster = new AccountStage();
    private User ann;
    private SignedIn held;

    @BeforeEach
    void signIn() {
        ann = muster.join("ann");
        held = muster.signIn("ann");
        muster.principal(held);
    }

    @Test
    void signInEndsTheSessionThatTheClientHeld() {
        SignedIn elsewhere = muster.signIn("ann");
        muster.clock.advance(Duration.ofMinutes(1));

        SignedIn anew = muster.logIn.logIn("ann", PASSWORD, LAPTOP, held.accessToken());

        assertThat(stored(held.session()).end()).isEqualTo(new Session.End(muster.stamps.now(), EndReason.REPLACED));
        assertThat(muster.authenticate.findRemembered(held.accessToken())).isEmpty();
        assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> muster.principal(held));
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(() -> muster.refreshSession.refresh(held.refreshToken()))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(SessionError.INVALID_REFRESH_TOKEN));
        assertThat(muster.principal(anew).session()).isEqualTo(anew.session());
        assertThat(muster.principal(elsewhere).session()).isEqualTo(elsewhere.session());
    }

    @Test
    void recoveryEndsItToo() {
        muster.join("bob");
        SignedIn bobs = muster.signIn("bob");
        muster.deleteAccount.delete(muster.principal(held), PASSWORD, null);

        SignedIn anew = muster.recoverAccount.recover("ann", PASSWORD, LAPTOP, bobs.accessToken());

        assertReplaced(bobs);
        assertThat(muster.principal(anew).user()).isEqualTo(ann.id());
    }

    @Test
    void itMayBelongToSomeoneElseAndIsOnTheirRecord() {
        User bob = muster.join("bob");

        muster.logIn.logIn("bob", PASSWORD, LAPTOP, held.accessToken());

        assertReplaced(held);
        AuditEvent end = recorded().getFirst();
        assertThat(end.action()).isEqualTo(AuditAction.SESSION_ENDED);
        assertThat(end.actor()).isEqualTo(bob.id());
        assertThat(end.subject()).isEqualTo(ann.id());
        assertThat(end.details()).isEqualTo(Map.of("session", held.session().toString(), "reason", "replaced"));
    }

    @Test
    void failedSignInEndsNothing() {
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(() -> muster.logIn.logIn("ann", WRONG, LAPTOP, held.accessToken()));
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(() -> muster.recoverAccount.recover("ann", PASSWORD, LAPTOP, held.accessToken()));

        assertThat(stored(held.session()).end()).isNull();
        assertThat(muster.principal(held).session()).isEqualTo(held.session());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "a.b.c", "\u0000"})
    void whatIsNoTokenIsIgnored(String token) {
        SignedIn anew = muster.logIn.logIn("ann", PASSWORD, LAPTOP, token);

        assertThat(muster.principal(anew)).isNotNull();
        assertNothingEnded();
    }

    @Test
    void refreshTokenIsIgnored() {
        muster.logIn.logIn("ann", PASSWORD, LAPTOP, held.refreshToken());

        assertNothingEnded();
    }

    @Test
    void expiredTokenIsIgnored() {
        muster.clock.advance(held.accessLife().plusMinutes(1));

        muster.logIn.logIn("ann", PASSWORD, LAPTOP, held.accessToken());

        assertNothingEnded();
    }

    @Test
    void tokenOfAnEndedSessionIsIgnored() {
        muster.logOut.logOut(muster.principal(held));
        Session before = stored(held.session());
        muster.clock.advance(Duration.ofMinutes(1));

        muster.logIn.logIn("ann", PASSWORD, LAPTOP, held.accessToken());

        assertThat(stored(held.session())).isEqualTo(before);
        assertThat(recorded())
                .filteredOn(event -> event.action() == AuditAction.SESSION_ENDED)
                .hasSize(1);
    }

    @Test
    void replacedSessionIsNoneTooMany() {
        for (int more = 1; more < 50; more++) {
            muster.signIn("ann");
        }

        muster.logIn.logIn("ann", PASSWORD, LAPTOP, held.accessToken());

        assertThat(recorded())
                .filteredOn(event -> event.action() == AuditAction.SESSION_ENDED)
                .hasSize(1);
        assertReplaced(held);
    }

    @Test
    void takesOneHash() {
        assertThat(muster.hasher.countDuring(() -> muster.logIn.logIn("ann", PASSWORD, LAPTOP, held.accessToken())))
                .isEqualTo(1);
    }

    @Test
    void signInsAtOnceFromOneClientAllSucceedAndItsSessionHasEnded() {
        List<SignedIn> all =
                Race.values(Race.of(thread -> muster.logIn.logIn("ann", PASSWORD, LAPTOP, held.accessToken())));

        assertThat(all).allSatisfy(one -> assertThat(muster.principal(one)).isNotNull());
        assertReplaced(held);
    }

    private void assertReplaced(SignedIn signedIn) {
        assertThat(stored(signedIn.session()).end())
                .isEqualTo(new Session.End(muster.stamps.now(), EndReason.REPLACED));
        assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> muster.principal(signedIn));
    }

    private void assertNothingEnded() {
        assertThat(stored(held.session()).end()).isNull();
        assertThat(recorded()).extracting(AuditEvent::action).doesNotContain(AuditAction.SESSION_ENDED);
    }

    private List<AuditEvent> recorded() {
        return muster.unitOfWork
                .read(
                        Actor.SYSTEM,
                        () -> muster.auditLog.find(AuditFilter.ALL, new PageRequest<>(PageRequest.MAX_LIMIT, null)))
                .items();
    }

    private Session stored(SessionId id) {
        return muster.unitOfWork
                .read(Actor.SYSTEM, () -> muster.sessions.find(id))
                .orElseThrow();
    }
}
