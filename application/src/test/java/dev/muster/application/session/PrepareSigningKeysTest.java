package dev.muster.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.session.AccessToken;
import dev.muster.domain.session.AccessTokens;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.SigningKey;
import dev.muster.domain.session.SigningKeys;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.session.HmacAccessTokens;
import dev.muster.testkit.session.InMemorySigningKeys;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.MonotonicIds;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PrepareSigningKeysTest {

    private final TestClock clock = new TestClock();
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final SigningKeys signingKeys = new InMemorySigningKeys(unitOfWork);
    private final Stamps stamps = new Stamps(new MonotonicIds(clock), clock);

    @Test
    void firstStartMakesAKeyThatSigns() {
        AccessTokens node = started();
        AccessToken token = token();

        assertThat(node.verify(node.sign(token), clock.instant())).contains(token);
        assertThat(stored()).singleElement().satisfies(key -> {
            assertThat(key.notBefore()).isEqualTo(stamps.now());
            assertThat(key.retireAt()).isNull();
        });
    }

    @Test
    void laterStartUsesTheStoredKey() {
        String before = started().sign(token());
        clock.advance(Duration.ofMinutes(1));

        AccessTokens restarted = started();

        assertThat(restarted.verify(before, clock.instant())).isPresent();
        assertThat(stored()).hasSize(1);
    }

    @Test
    void nodesAcceptEachOthersTokens() {
        AccessTokens one = started();
        AccessTokens other = started();

        assertThat(one.verify(other.sign(token()), clock.instant())).isPresent();
        assertThat(other.verify(one.sign(token()), clock.instant())).isPresent();
        assertThat(one.jwks()).isEqualTo(other.jwks());
    }

    @Test
    void nodesThatStartAtOnceUseTheKeyOfOne() {
        List<AccessTokens> nodes = Race.values(Race.of(thread -> started()));

        assertThat(stored()).hasSize(1);
        assertThat(nodes)
                .extracting(AccessTokens::jwks)
                .containsOnly(nodes.getFirst().jwks());
    }

    @Test
    void nodeWhoseClockIsBehindUsesTheKeyOfOneThatIsAhead() {
        clock.advance(Duration.ofSeconds(30));
        AccessTokens ahead = started();
        clock.set(TestClock.START);

        AccessTokens behind = started();

        assertThat(stored()).hasSize(1);
        assertThat(behind.verify(ahead.sign(token()), clock.instant())).isPresent();
    }

    @Test
    void olderKeysAreAcceptedAndTheNewestSigns() {
        String older = started().sign(token());
        clock.advance(Duration.ofMinutes(1));
        SigningKey newer = new HmacAccessTokens("master key").generateKey(clock.instant());
        unitOfWork.write(Actor.SYSTEM, () -> {
            signingKeys.insert(newer);
            return newer;
        });

        AccessTokens restarted = started();
        // Tokens are issued at whole seconds, and a key signs none that is older than itself.
        clock.advance(Duration.ofSeconds(1));

        assertThat(restarted.verify(older, clock.instant())).isPresent();
        assertThat(restarted.sign(token())).startsWith(newer.id());
    }

    @Test
    void anotherMasterKeyIsToldAtTheStart() {
        prepare(new HmacAccessTokens("master key"));

        assertThatIllegalStateException()
                .isThrownBy(() -> prepare(new HmacAccessTokens("another master key")))
                .withMessageContaining("MUSTER_SECRET_KEY");
    }

    @Test
    void publicKeysAreThoseInUse() {
        AccessTokens node = started();

        assertThat(new PublicKeys(node).jwks())
                .isEqualTo(node.jwks())
                .contains(stored().getFirst().id());
    }

    private AccessTokens started() {
        AccessTokens node = new HmacAccessTokens("master key");
        prepare(node);
        return node;
    }

    private void prepare(AccessTokens node) {
        new PrepareSigningKeys(unitOfWork, signingKeys, node, stamps).prepare();
    }

    private List<SigningKey> stored() {
        return unitOfWork.read(Actor.SYSTEM, () -> signingKeys.findAccepted(clock.instant()));
    }

    private AccessToken token() {
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        return new AccessToken(
                stamps.nextId(),
                new UserId(stamps.nextId()),
                new SessionId(stamps.nextId()),
                Set.of(Role.USER),
                now,
                now.plusSeconds(600));
    }
}
