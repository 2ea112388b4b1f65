package dev.muster.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.session.SigningKey;
import dev.muster.domain.session.SigningKeys;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link SigningKeys} promise of keys that are replaced; a test class implements it beside the other contract. */
public interface ReplacedKeysContract {

    /** When samples begin to sign. */
    Instant BEGIN = TestClock.START;

    Instant END = BEGIN.plusSeconds(3600);

    /** The same at every call of a test. */
    UnitOfWork unitOfWork();

    /** What is tested. */
    SigningKeys signingKeys();

    /** Empties the store, in whatever way. */
    void removeAllKeys();

    @Test
    default void retiredKeyIsAcceptedUntilItsEnd() {
        SigningKey key = stored(null);
        change(() -> signingKeys().retire(key.id(), END));

        assertThat(acceptedAt(END.minusSeconds(1))).contains(key.retiringAt(END));
        assertThat(acceptedAt(END)).extracting(SigningKey::id).doesNotContain(key.id());
    }

    @Test
    default void endIsBroughtForwardAndNeverPutOff() {
        SigningKey key = stored(END);
        change(() -> signingKeys().retire(key.id(), END.plusSeconds(1)));
        assertThat(acceptedAt(BEGIN)).contains(key);

        change(() -> signingKeys().retire(key.id(), END.minusSeconds(1)));
        assertThat(acceptedAt(BEGIN)).contains(key.retiringAt(END.minusSeconds(1)));
    }

    @Test
    default void otherKeysStayWhenOneRetires() {
        SigningKey key = stored(null);
        SigningKey other = stored(null);
        change(() -> signingKeys().retire(key.id(), END));
        change(() -> signingKeys().retire("unknown", END));

        assertThat(acceptedAt(END)).contains(other);
    }

    @Test
    default void allKeysButSomeAreRemoved() {
        removeAllKeys();
        SigningKey kept = stored(null);
        SigningKey alsoKept = stored(END);
        stored(null);
        SigningKey retired = stored(END);
        change(() -> signingKeys().removeAllBut(Set.of(kept.id(), alsoKept.id(), "unknown")));

        assertThat(acceptedAt(BEGIN)).containsExactlyInAnyOrder(kept, alsoKept);
        insert(retired);
        change(() -> signingKeys().removeAllBut(Set.of()));
        assertThat(acceptedAt(BEGIN)).isEmpty();
    }

    @Test
    default void lockedKeysAreTheAcceptedOnes() {
        SigningKey retired = stored(BEGIN.plusSeconds(1));
        SigningKey newest = SigningKeyFixture.key(END, null);
        SigningKey oldest = stored(null);
        insert(newest);
        List<SigningKey> locked =
                unitOfWork().write(Actor.SYSTEM, () -> signingKeys().lockAccepted(BEGIN.plusSeconds(1)));

        assertThat(locked).isEqualTo(acceptedAt(BEGIN.plusSeconds(1))).containsSubsequence(newest, oldest);
        assertThat(locked).doesNotContain(retired);
    }

    /** Each makes a key the only one; whoever comes next has to see it, or two would be left. */
    @Test
    default void keysAreLockedByOneAtATime() {
        removeAllKeys();
        stored(null);
        List<Integer> seen = Race.values(Race.of(thread -> unitOfWork().write(Actor.SYSTEM, () -> {
            List<SigningKey> locked = signingKeys().lockAccepted(BEGIN);
            SigningKey own = SigningKeyFixture.key(BEGIN, null);
            signingKeys().insert(own);
            signingKeys().removeAllBut(Set.of(own.id()));
            return locked.size();
        })));

        assertThat(seen).containsOnly(1);
        assertThat(acceptedAt(BEGIN)).hasSize(1);
    }

    private SigningKey stored(@Nullable Instant retireAt) {
        SigningKey key = SigningKeyFixture.key(BEGIN, retireAt);
        insert(key);
        return key;
    }

    private void insert(SigningKey key) {
        change(() -> signingKeys().insert(key));
    }

    private void change(Runnable change) {
        unitOfWork().write(Actor.SYSTEM, () -> {
            change.run();
            return true;
        });
    }

    private List<SigningKey> acceptedAt(Instant now) {
        return unitOfWork().read(Actor.SYSTEM, () -> signingKeys().findAccepted(now));
    }
}
