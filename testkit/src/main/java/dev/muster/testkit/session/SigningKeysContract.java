package dev.muster.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.session.SigningKey;
import dev.muster.domain.session.SigningKeys;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What {@link SigningKeys} promise. A test class of the adapter implements this interface and gives the adapter and its
 * unit of work. The store need not be empty: every test looks at keys of its own, but for those about the first key, which
 * have it emptied.
 */
public interface SigningKeysContract {

    /** When samples begin to sign. */
    Instant START = TestClock.START;

    /** The same at every call of a test. */
    UnitOfWork unitOfWork();

    /** What is tested. */
    SigningKeys signingKeys();

    /** Empties the store, in whatever way. */
    void removeAllKeys();

    @Test
    default void insertKeepsEverythingOfAKey() {
        SigningKey key = SigningKeyFixture.key(START, START.plusSeconds(3600));
        insert(key);

        assertThat(accepted(START.plusSeconds(1))).contains(key);
    }

    @Test
    default void keyWithoutAnEndIsAccepted() {
        SigningKey key = SigningKeyFixture.key(START, null);
        insert(key);

        assertThat(accepted(START.plus(Duration.ofDays(3650)))).contains(key);
    }

    @Test
    default void retiredKeyIsNotAccepted() {
        Instant retireAt = START.plusSeconds(3600);
        SigningKey key = SigningKeyFixture.key(START, retireAt);
        insert(key);

        assertThat(accepted(retireAt.minusSeconds(1))).contains(key);
        assertThat(accepted(retireAt.plusSeconds(1))).doesNotContain(key);
    }

    @Test
    default void newestKeyComesFirst() {
        SigningKey middle = SigningKeyFixture.key(START.plusSeconds(20), null);
        SigningKey newest = SigningKeyFixture.key(START.plusSeconds(30), null);
        SigningKey oldest = SigningKeyFixture.key(START.plusSeconds(10), null);
        List.of(middle, newest, oldest).forEach(this::insert);
        List<SigningKey> own = List.of(newest, middle, oldest);

        assertThat(accepted(START.plusSeconds(60))).filteredOn(own::contains).isEqualTo(own);
    }

    @Test
    default void insertRefusesAnIdThatIsStored() {
        SigningKey key = SigningKeyFixture.key(START, null);
        insert(key);

        assertThatThrownBy(() -> insert(key)).isInstanceOf(RuntimeException.class);
    }

    @Test
    default void oneOfManyInsertsOfTheSameIdWins() {
        SigningKey key = SigningKeyFixture.key(START, null);
        var outcomes = Race.of(thread -> {
            insert(key);
            return true;
        });

        assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
        assertThat(accepted(START.plusSeconds(1))).containsOnlyOnce(key);
    }

    @Test
    default void insertInAUnitThatFailsKeepsNothing() {
        SigningKey key = SigningKeyFixture.key(START, null);

        assertThatThrownBy(() -> unitOfWork().write(Actor.SYSTEM, () -> {
                    signingKeys().insert(key);
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(accepted(START.plusSeconds(1))).doesNotContain(key);
    }

    @Test
    default void firstKeyIsAdded() {
        removeAllKeys();
        SigningKey key = SigningKeyFixture.key(START, null);

        assertThat(insertFirst(key)).isTrue();
        assertThat(accepted(START.plusSeconds(1))).containsExactly(key);
    }

    @Test
    default void firstKeyIsNotAddedWhenThereIsOne() {
        removeAllKeys();
        SigningKey retired = SigningKeyFixture.key(START, START.plusSeconds(1));
        insert(retired);

        assertThat(insertFirst(SigningKeyFixture.key(START, null))).isFalse();
        assertThat(insertFirst(retired)).isFalse();
        assertThat(accepted(START)).containsExactly(retired);
        assertThat(accepted(START.plusSeconds(2))).isEmpty();
    }

    @Test
    default void oneOfManyFirstKeysIsAdded() {
        removeAllKeys();
        List<SigningKey> keys = Stream.generate(() -> SigningKeyFixture.key(START, null))
                .limit(Race.THREADS)
                .toList();
        List<Boolean> added = Race.values(Race.of(thread -> insertFirst(keys.get(thread))));

        assertThat(added).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(accepted(START.plusSeconds(1))).containsExactly(keys.get(added.indexOf(true)));
    }

    private boolean insertFirst(SigningKey key) {
        return unitOfWork().<Boolean>write(Actor.SYSTEM, () -> signingKeys().insertFirst(key));
    }

    private void insert(SigningKey key) {
        unitOfWork().write(Actor.SYSTEM, () -> {
            signingKeys().insert(key);
            return true;
        });
    }

    private List<SigningKey> accepted(Instant now) {
        return unitOfWork().read(Actor.SYSTEM, () -> signingKeys().findAccepted(now));
    }
}
