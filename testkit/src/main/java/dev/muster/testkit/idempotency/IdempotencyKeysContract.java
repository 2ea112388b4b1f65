package dev.muster.testkit.idempotency;

import static dev.muster.testkit.idempotency.KeyClaimFixture.aClaim;
import static dev.muster.testkit.idempotency.KeyClaimFixture.repeated;
import static dev.muster.testkit.idempotency.KeyClaimFixture.reused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.idempotency.IdempotencyKeys;
import dev.muster.domain.idempotency.KeyClaim;
import dev.muster.domain.idempotency.KeyEntry;
import dev.muster.domain.shared.Actor;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserStage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * What {@link IdempotencyKeys} promise. A test class of the adapter implements this interface, which makes it run every
 * test, on a store that others leave alone:
 *
 * <pre>{@code
 * final class MyIdempotencyKeysTest implements IdempotencyKeysContract {
 *     public UnitOfWork unitOfWork() { return myUnitOfWork; }
 *     public Users users() { return new MyUsers(...); }
 *     public IdempotencyKeys keys() { return new MyIdempotencyKeys(...); }
 * }
 * }</pre>
 */
public interface IdempotencyKeysContract extends UserStage {

    /** While the lease of a claim of {@link KeyClaimFixture} runs. */
    Instant SOON = TestClock.START.plusSeconds(1);

    /** When its lease has just run out. */
    Instant AFTER_LEASE = TestClock.START.plus(KeyClaim.LEASE);

    /** When it has just expired. */
    Instant EXPIRED = TestClock.START.plus(KeyClaim.KEPT);

    /** What is tested. */
    IdempotencyKeys keys();

    @Test
    default void firstGetsTheKey() {
        KeyClaim claim = aClaim(storedUser());

        assertThat(begin(claim))
                .isEqualTo(new KeyEntry(claim.number(), claim.fingerprint(), claim.leaseUntil(), false, null));
    }

    @Test
    default void nobodyGetsAKeyThatIsInUse() {
        KeyClaim first = begun();

        assertHolds(first, repeated(first, SOON));
        assertHolds(first, reused(first, SOON));
        assertHolds(first, repeated(first, AFTER_LEASE.minusMillis(1)));
    }

    @Test
    default void otherKeysAreOthers() {
        KeyClaim first = begun();
        KeyClaim second = begun();

        write(() -> keys().keep(first, "of the first", SOON));
        assertThat(begin(repeated(second, SOON)).sealedAnswer()).isNull();
        assertThat(begin(repeated(first, SOON)).sealedAnswer()).isEqualTo("of the first");
    }

    @Test
    default void answerIsKeptUntilTheKeyExpires() {
        KeyClaim first = begun();
        write(() -> keys().keep(first, "an answer", SOON));
        Instant last = EXPIRED.minusMillis(1);

        KeyEntry kept = begin(repeated(first, last));
        assertThat(kept).isEqualTo(new KeyEntry(first.number(), first.fingerprint(), SOON, false, "an answer"));
        assertThat(begin(reused(first, last))).isEqualTo(kept);
        KeyClaim anew = reused(first, EXPIRED);
        assertThat(begin(anew))
                .isEqualTo(new KeyEntry(anew.number(), anew.fingerprint(), anew.leaseUntil(), false, null));
    }

    @Test
    default void keyOfARequestThatWasCutOffFallsToItsRepeatAlone() {
        KeyClaim first = begun();

        assertHolds(first, reused(first, AFTER_LEASE));
        KeyClaim repeat = repeated(first, AFTER_LEASE);
        assertThat(begin(repeat).number()).isEqualTo(repeat.number());
        assertThat(begin(repeated(first, AFTER_LEASE)).number()).isEqualTo(repeat.number());
    }

    @Test
    default void keyOfARequestThatWasCarriedOutFallsToNobody() {
        KeyClaim first = begun();
        assertThat(carryOut(first)).isTrue();

        KeyEntry entry = begin(repeated(first, AFTER_LEASE.plusSeconds(1)));
        assertThat(entry).isEqualTo(new KeyEntry(first.number(), first.fingerprint(), first.leaseUntil(), true, null));
        KeyClaim anew = repeated(first, EXPIRED);
        assertThat(begin(anew).number()).isEqualTo(anew.number());
        assertThat(begin(repeated(first, EXPIRED)).carriedOut()).isFalse();
    }

    @Test
    default void requestMayBeCarriedOutInParts() {
        KeyClaim first = begun();

        assertThat(carryOut(first)).isTrue();
        assertThat(carryOut(first)).isTrue();
        write(() -> keys().keep(first, "an answer", SOON));
        assertThat(begin(repeated(first, SOON)))
                .isEqualTo(new KeyEntry(first.number(), first.fingerprint(), SOON, true, "an answer"));
    }

    @Test
    default void carryingOutIsUndoneWithItsUnit() {
        KeyClaim first = begun();
        assertThatThrownBy(() -> write(() -> {
                    keys().carryOut(first, SOON);
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);

        KeyClaim repeat = repeated(first, AFTER_LEASE);
        assertThat(begin(repeat).number()).isEqualTo(repeat.number());
    }

    @Test
    default void keyThatWasGivenBackIsAnyones() {
        KeyClaim first = begun();
        carryOut(first);
        write(() -> keys().giveBack(first));

        KeyClaim second = reused(first, SOON);
        assertThat(begin(second))
                .isEqualTo(new KeyEntry(second.number(), second.fingerprint(), second.leaseUntil(), false, null));
    }

    @Test
    default void requestThatDidNothingGivesItsKeyBackWhenItGivesUp() {
        KeyClaim first = begun();
        write(() -> keys().giveUp(first, SOON));

        KeyClaim second = reused(first, SOON);
        assertThat(begin(second).number()).isEqualTo(second.number());
    }

    @Test
    default void requestThatDidSomethingKeepsItsKeyWhenItGivesUp() {
        KeyClaim first = begun();
        carryOut(first);
        write(() -> keys().giveUp(first, SOON));

        assertThat(begin(repeated(first, SOON)))
                .isEqualTo(new KeyEntry(first.number(), first.fingerprint(), SOON, true, null));
    }

    @Test
    default void whoHasLostTheKeyChangesNothing() {
        KeyClaim first = begun();
        KeyClaim second = repeated(first, AFTER_LEASE);
        begin(second);

        assertThat(carryOut(first)).isFalse();
        write(() -> keys().keep(first, "too late", AFTER_LEASE));
        write(() -> keys().giveBack(first));
        write(() -> keys().giveUp(first, AFTER_LEASE));
        assertThat(begin(repeated(first, AFTER_LEASE)))
                .isEqualTo(new KeyEntry(second.number(), second.fingerprint(), second.leaseUntil(), false, null));
        assertThat(carryOut(aClaim())).isFalse();
    }

    @Test
    default void longAnswersAreKept() {
        KeyClaim first = begun();
        String answer = "x".repeat(400_000);
        write(() -> keys().keep(first, answer, SOON));

        assertThat(begin(repeated(first, SOON)).sealedAnswer()).isEqualTo(answer);
    }

    @Test
    default void expiredKeysAreRemovedAndNoOthers() {
        removeAll(EXPIRED.plus(KeyClaim.KEPT));
        KeyClaim running = begun();
        KeyClaim answered = begun();
        write(() -> keys().keep(answered, "an answer", SOON));
        KeyClaim younger = repeated(aClaim(), SOON);
        begin(younger);

        assertThat(remove(EXPIRED.minusMillis(1), 10)).isZero();
        assertThat(remove(EXPIRED, 1)).isEqualTo(1);
        assertThat(remove(EXPIRED, 10)).isEqualTo(1);
        assertThat(begin(repeated(younger, SOON)).number()).isEqualTo(younger.number());
        KeyClaim again = repeated(running, SOON);
        assertThat(begin(again).number()).isEqualTo(again.number());
    }

    @Test
    default void everyChangeIsOneWrite() {
        KeyClaim claim = aClaim();

        assertThat(one(() -> keys().begin(claim))).isPresent();
        assertThat(one(() -> Optional.of(keys().carryOut(claim, SOON)))).contains(true);
        one(() -> {
            keys().keep(claim, "an answer", SOON);
            return Optional.empty();
        });
        one(() -> {
            keys().giveUp(claim, SOON);
            return Optional.empty();
        });
        one(() -> {
            keys().giveBack(claim);
            return Optional.empty();
        });
        assertThat(one(() -> Optional.of(keys().removeExpired(TestClock.START.minus(Duration.ofDays(1)), 1))))
                .contains(0);
    }

    @Test
    default void nothingHappensOutsideAUnitOfWork() {
        assertThatIllegalStateException().isThrownBy(() -> keys().begin(aClaim()));
    }

    @Test
    default void oneOfFiftyBegins() {
        KeyClaim claim = aClaim(storedUser());
        List<Boolean> got = Race.values(Race.of(50, thread -> has(repeated(claim, SOON))));

        assertThat(got).filteredOn(first -> first).hasSize(1);
    }

    @Test
    default void oneOfFiftyTakesOverFromARequestThatWasCutOff() {
        KeyClaim dead = begun();
        List<Boolean> got = Race.values(Race.of(50, thread -> has(repeated(dead, AFTER_LEASE))));

        assertThat(got).filteredOn(first -> first).hasSize(1);
        assertThat(carryOut(dead)).isFalse();
    }

    @Test
    default void requestIsEitherCarriedOutOrTakenOver() {
        for (int round = 0; round < 20; round++) {
            KeyClaim slow = begun();
            KeyClaim repeat = repeated(slow, AFTER_LEASE);
            List<Boolean> done = Race.values(Race.of(2, thread -> thread == 0 ? carryOut(slow) : has(repeat)));

            assertThat(done).as("round " + round).containsOnlyOnce(true);
        }
    }

    private KeyClaim begun() {
        KeyClaim claim = aClaim();
        assertThat(has(claim)).isTrue();
        return claim;
    }

    private boolean has(KeyClaim claim) {
        return begin(claim).number().equals(claim.number());
    }

    private void assertHolds(KeyClaim holder, KeyClaim other) {
        assertThat(begin(other))
                .isEqualTo(new KeyEntry(holder.number(), holder.fingerprint(), holder.leaseUntil(), false, null));
    }

    private KeyEntry begin(KeyClaim claim) {
        return one(() -> keys().begin(claim)).orElseThrow();
    }

    private boolean carryOut(KeyClaim claim) {
        return writeFor(() -> keys().carryOut(claim, SOON));
    }

    private int remove(Instant now, int limit) {
        return writeFor(() -> keys().removeExpired(now, limit));
    }

    private void removeAll(Instant now) {
        assertThat(remove(now, Integer.MAX_VALUE)).isNotNegative();
    }

    private <T> Optional<T> one(Supplier<Optional<T>> work) {
        return unitOfWork().writeOne(Actor.SYSTEM, work);
    }
}
