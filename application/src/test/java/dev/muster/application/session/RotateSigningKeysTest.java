package dev.muster.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.muster.application.audit.Audit;
import dev.muster.application.shared.Stamps;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.audit.AuditFilter;
import dev.muster.domain.audit.AuditLog;
import dev.muster.domain.audit.Origin;
import dev.muster.domain.session.AccessToken;
import dev.muster.domain.session.AccessTokens;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.SessionPolicy;
import dev.muster.domain.session.SigningKey;
import dev.muster.domain.session.SigningKeys;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.audit.InMemoryAuditLog;
import dev.muster.testkit.session.HmacAccessTokens;
import dev.muster.testkit.session.InMemorySigningKeys;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.MonotonicIds;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.InMemoryUsers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RotateSigningKeysTest {

    private static final Duration TOKEN_LIFE = SessionPolicy.LONGEST_ACCESS_TOKEN_LIFE;

    private final TestClock clock = new TestClock();
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final SigningKeys signingKeys = new InMemorySigningKeys(unitOfWork);
    private final AuditLog auditLog = new InMemoryAuditLog(unitOfWork, new InMemoryUsers(unitOfWork));
    private final Stamps stamps = new Stamps(new MonotonicIds(clock), clock);
    private final AccessTokens here = new HmacAccessTokens("master key");
    private final AccessTokens there = new HmacAccessTokens("master key");

    @Test
    void newKeyIsPublishedAtOnceAndSignsWhenEverybodyHasIt() {
        prepare(there);
        String old = stored().getFirst().id();

        SigningKey fresh = rotation(here).rotate();

        assertThat(here.jwks()).contains(old, fresh.id());
        prepare(there);
        assertThat(there.jwks()).contains(fresh.id());
        assertThat(fresh.notBefore()).isEqualTo(stamps.now().plus(RotateSigningKeys.PUBLISHED_AHEAD));
        clock.set(fresh.notBefore().minusSeconds(1));
        assertThat(here.sign(token())).startsWith(old);
        clock.set(fresh.notBefore().plusSeconds(1));
        assertThat(here.sign(token())).startsWith(fresh.id());
        assertThat(PublicKeys.MAX_AGE.multipliedBy(2)).isLessThan(RotateSigningKeys.PUBLISHED_AHEAD);
    }

    @Test
    void lastTokenOfTheOldKeyIsAcceptedUntilItExpires() {
        prepare(here);
        SigningKey old = stored().getFirst();
        SigningKey fresh = rotation(here).rotate();
        clock.set(fresh.notBefore().minusSeconds(1));
        AccessToken last = token();
        String signed = here.sign(last);

        clock.set(last.expiresAt().minusSeconds(1));
        prepare(here);

        assertThat(here.verify(signed, clock.instant())).contains(last);
        assertThat(stored()).extracting(SigningKey::id).containsExactly(fresh.id(), old.id());
    }

    @Test
    void retiredKeyIsRemovedByALaterRun() {
        prepare(here);
        String old = stored().getFirst().id();
        SigningKey fresh = rotation(here).rotate();
        clock.set(fresh.notBefore().plus(TOKEN_LIFE).plus(Duration.ofHours(1)));

        assertThat(rotation(here).rotateIfDue()).isEmpty();

        clock.set(TestClock.START);
        assertThat(stored()).extracting(SigningKey::id).containsExactly(fresh.id());
        assertThat(here.jwks()).contains(fresh.id()).doesNotContain(old);
    }

    @Test
    void endOfAKeyIsNotPutOffByAnotherRotation() {
        prepare(here);
        SigningKey first = stored().getFirst();
        rotation(here).rotate();
        Instant end = retireAt(first);
        clock.advance(Duration.ofMinutes(30));

        SigningKey third = rotation(here).rotate();

        assertThat(retireAt(first)).isEqualTo(end);
        assertThat(stored()).hasSize(3).startsWith(third);
    }

    @Test
    void keyIsReplacedWhenItHasServedItsTime() {
        prepare(here);
        clock.advance(RotateSigningKeys.LIFE.minusSeconds(1));
        assertThat(rotation(here).rotateIfDue()).isEmpty();
        assertThat(stored()).hasSize(1);
        clock.advance(Duration.ofSeconds(1));

        Optional<SigningKey> fresh = rotation(here).rotateIfDue();

        assertThat(fresh).isPresent();
        assertThat(rotation(there).rotateIfDue()).isEmpty();
        assertThat(stored()).hasSize(2);
    }

    @Test
    void oneOfManyThatAreDueAtOnceMakesAKey() {
        prepare(here);
        clock.advance(RotateSigningKeys.LIFE);

        List<Optional<SigningKey>> made = Race.values(
                Race.of(thread -> rotation(new HmacAccessTokens("master key")).rotateIfDue()));

        assertThat(made).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(stored()).hasSize(2);
    }

    @Test
    void compromisedKeysAreOfNoUseAtOnce() {
        prepare(here);
        rotation(here).rotate();
        String signed = here.sign(token());
        assertThat(here.verify(signed, clock.instant())).isPresent();

        SigningKey fresh = rotation(here).rotateAtOnce();

        assertThat(here.verify(signed, clock.instant())).isEmpty();
        assertThat(stored()).containsExactly(fresh);
        clock.advance(Duration.ofSeconds(1));
        assertThat(here.sign(token())).startsWith(fresh.id());
        assertThat(here.verify(here.sign(token()), clock.instant())).isPresent();
    }

    @Test
    void everyNewKeyIsRecorded() {
        SigningKey inTurn = rotation(here).rotate();
        assertThat(rotation(here).rotateIfDue()).isEmpty();
        SigningKey atOnce = rotation(here).rotateAtOnce();

        assertThat(recorded())
                .extracting(AuditEvent::details)
                .containsExactlyInAnyOrder(
                        Map.of("key", inTurn.id(), "when", "in_turn"), Map.of("key", atOnce.id(), "when", "at_once"));
        assertThat(recorded()).extracting(AuditEvent::action).containsOnly(AuditAction.SIGNING_KEY_ROTATED);
    }

    @Test
    void whoHasAnotherMasterKeyCanNotRotate() {
        prepare(here);
        RotateSigningKeys stranger = rotation(new HmacAccessTokens("another master key"));

        assertThatIllegalStateException().isThrownBy(stranger::rotate);
        assertThatIllegalStateException().isThrownBy(stranger::rotateIfDue);
        assertThatIllegalStateException().isThrownBy(stranger::rotateAtOnce);

        assertThat(stored()).hasSize(1);
    }

    @Test
    void firstRotationOfAnEmptyStoreLeavesAKeyThatSignsMeanwhile() {
        rotation(here).rotate();

        assertThat(stored()).hasSize(2);
        assertThat(here.verify(here.sign(token()), clock.instant())).isPresent();
    }

    private RotateSigningKeys rotation(AccessTokens node) {
        Audit audit = new Audit(auditLog, stamps, () -> Origin.NONE);
        return new RotateSigningKeys(unitOfWork, signingKeys, preparation(node), audit, stamps);
    }

    private void prepare(AccessTokens node) {
        preparation(node).prepare();
    }

    private PrepareSigningKeys preparation(AccessTokens node) {
        return new PrepareSigningKeys(unitOfWork, signingKeys, node, stamps);
    }

    private List<SigningKey> stored() {
        return unitOfWork.read(Actor.SYSTEM, () -> signingKeys.findAccepted(clock.instant()));
    }

    private List<AuditEvent> recorded() {
        return unitOfWork
                .read(Actor.SYSTEM, () -> auditLog.find(AuditFilter.ALL, new PageRequest<>(10, null)))
                .items();
    }

    private Instant retireAt(SigningKey key) {
        return stored().stream()
                .filter(found -> found.id().equals(key.id()))
                .findFirst()
                .orElseThrow()
                .retireAt();
    }

    private AccessToken token() {
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        return new AccessToken(
                stamps.nextId(),
                new UserId(stamps.nextId()),
                new SessionId(stamps.nextId()),
                Set.of(Role.USER),
                now,
                now.plus(TOKEN_LIFE));
    }
}
