package dev.muster.testkit.shared;

import static dev.muster.domain.shared.Actor.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Identity;
import dev.muster.domain.user.Lifetime;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.PersonName;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.UserStatus;
import dev.muster.domain.user.Username;
import dev.muster.domain.user.Users;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * What a {@link UnitOfWork} promises, watched through one store. A test class of the adapter implements this interface:
 *
 * <pre>{@code
 * final class MyUnitOfWorkTest implements UnitOfWorkContract {
 *     public UnitOfWork unitOfWork() { return myUnitOfWork; }
 *     public Users users() { return new MyUsers(...); }
 * }
 * }</pre>
 *
 * The store need not be empty: the tests use users of their own. It may be shared by all tests of a class.
 */
public interface UnitOfWorkContract {

    /** What is tested; the same at every call. */
    UnitOfWork unitOfWork();

    /** A store that works inside it. */
    Users users();

    @Test
    default void resultOfTheWorkIsPassedOn() {
        assertThat(unitOfWork().<String>read(SYSTEM, () -> "read")).isEqualTo("read");
        assertThat(unitOfWork().<String>write(SYSTEM, () -> "write")).isEqualTo("write");
        assertThat(unitOfWork().<String>writeOne(SYSTEM, () -> "one")).isEqualTo("one");
        assertThat((Object) unitOfWork().read(SYSTEM, () -> null)).isNull();
    }

    @Test
    default void exceptionOfTheWorkIsPassedOn() {
        var fault = new UnsupportedOperationException("on purpose");

        assertThatThrownBy(() -> unitOfWork().read(SYSTEM, () -> fail(fault))).isSameAs(fault);
        assertThatThrownBy(() -> unitOfWork().write(SYSTEM, () -> fail(fault))).isSameAs(fault);
        assertThatThrownBy(() -> unitOfWork().writeOne(SYSTEM, () -> fail(fault)))
                .isSameAs(fault);
    }

    @Test
    default void writeKeepsAllItsWork() {
        User one = someone();
        User other = someone();
        unitOfWork().write(SYSTEM, () -> insert(one) && insert(other));

        assertThat(isStored(one)).isTrue();
        assertThat(isStored(other)).isTrue();
    }

    @Test
    default void writeKeepsNothingWhenItsWorkThrows() {
        User one = someone();
        User other = someone();

        assertThatThrownBy(() -> unitOfWork().write(SYSTEM, () -> insert(one) && insert(other) && fail(fault())))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(isStored(one)).isFalse();
        assertThat(isStored(other)).isFalse();
    }

    @Test
    default void writeKeepsNothingWhenItsWorkEndsInAnError() {
        User user = someone();

        assertThatThrownBy(() -> unitOfWork().write(SYSTEM, () -> {
                    insert(user);
                    throw new AssertionError("on purpose");
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(isStored(user)).isFalse();
    }

    @Test
    default void writeSeesItsOwnWork() {
        User user = someone();

        assertThat(unitOfWork().<Boolean>write(SYSTEM, () -> insert(user) && find(user)))
                .isTrue();
    }

    @Test
    default void nobodyElseSeesWorkThatIsNotFinished() {
        User user = someone();

        boolean seenMeanwhile = unitOfWork().write(SYSTEM, () -> insert(user) && inAnotherThread(() -> isStored(user)));

        assertThat(seenMeanwhile).isFalse();
        assertThat(isStored(user)).isTrue();
    }

    @Test
    default void nestedUnitJoinsTheOuterOne() {
        User outer = someone();
        User inner = someone();

        assertThatThrownBy(() -> unitOfWork()
                        .write(
                                SYSTEM,
                                () -> insert(outer)
                                        && unitOfWork().<Boolean>write(SYSTEM, () -> insert(inner))
                                        && fail(fault())))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(isStored(outer)).isFalse();
        assertThat(isStored(inner)).isFalse();
    }

    @Test
    default void nestedUnitsOfOneWriteEachJoinAWrite() {
        User first = someone();
        User second = someone();

        assertThatThrownBy(() -> unitOfWork()
                        .write(
                                SYSTEM,
                                () -> unitOfWork().<Boolean>writeOne(SYSTEM, () -> insert(first))
                                        && unitOfWork().<Boolean>writeOne(SYSTEM, () -> insert(second))
                                        && isStored(first)
                                        && fail(fault())))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(isStored(first)).isFalse();
        assertThat(isStored(second)).isFalse();
    }

    @Test
    default void nestedReadSeesTheWorkOfTheWriteItJoins() {
        User user = someone();

        assertThat(unitOfWork().<Boolean>write(SYSTEM, () -> insert(user) && isStored(user)))
                .isTrue();
    }

    @Test
    default void nestedUnitOfAnotherActorIsRefused() {
        Actor ann = Actor.user(UUID.randomUUID());
        Actor bob = Actor.user(UUID.randomUUID());

        assertThatIllegalStateException()
                .isThrownBy(() -> unitOfWork().write(ann, () -> unitOfWork().<String>write(bob, () -> "never")));
        assertThatIllegalStateException()
                .isThrownBy(() -> unitOfWork().read(ann, () -> unitOfWork().<String>read(SYSTEM, () -> "never")));
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        unitOfWork().writeOne(SYSTEM, () -> unitOfWork().<String>read(bob, () -> "never")));
    }

    @Test
    default void writeInsideAReadIsRefused() {
        User user = someone();

        assertThatIllegalStateException().isThrownBy(() -> unitOfWork().read(SYSTEM, () -> insert(user)));
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        unitOfWork().read(SYSTEM, () -> unitOfWork().<Boolean>write(SYSTEM, () -> insert(user))));
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        unitOfWork().read(SYSTEM, () -> unitOfWork().<Boolean>writeOne(SYSTEM, () -> insert(user))));
        assertThat(isStored(user)).isFalse();
    }

    @Test
    default void writeInsideAUnitOfOneWriteIsRefused() {
        User user = someone();

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        unitOfWork().writeOne(SYSTEM, () -> unitOfWork().<Boolean>write(SYSTEM, () -> insert(user))));
        assertThat(isStored(user)).isFalse();
    }

    @Test
    default void unitOfOneWriteReadsAndWritesOnce() {
        User user = someone();

        assertThat(unitOfWork().<Boolean>writeOne(SYSTEM, () -> !find(user) && insert(user) && find(user)))
                .isTrue();
        assertThat(isStored(user)).isTrue();
    }

    @Test
    default void secondWriteOfAUnitOfOneWriteIsRefused() {
        User first = someone();
        User second = someone();

        assertThatIllegalStateException()
                .isThrownBy(() -> unitOfWork().writeOne(SYSTEM, () -> insert(first) && insert(second)));
        assertThat(isStored(first)).isTrue();
        assertThat(isStored(second)).isFalse();
    }

    @Test
    default void unitOfOneWriteKeepsItsWriteWhateverComesAfter() {
        User user = someone();

        assertThatThrownBy(() -> unitOfWork().writeOne(SYSTEM, () -> insert(user) && fail(fault())))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(isStored(user)).isTrue();
    }

    @Test
    default void storeOutsideAUnitIsRefused() {
        User user = someone();

        assertThatIllegalStateException().isThrownBy(() -> insert(user));
        assertThatIllegalStateException().isThrownBy(() -> find(user));
        assertThat(isStored(user)).isFalse();
    }

    @Test
    default void unitBelongsToItsThread() {
        User user = someone();

        assertThatIllegalStateException()
                .isThrownBy(() -> unitOfWork().write(SYSTEM, () -> inAnotherThread(() -> find(user))));
    }

    @Test
    default void failedUnitLeavesItsThreadReadyForTheNext() {
        User user = someone();
        Actor ann = Actor.user(UUID.randomUUID());

        assertThatThrownBy(() -> unitOfWork().write(ann, () -> fail(fault())));
        assertThatThrownBy(() -> unitOfWork().read(ann, () -> fail(fault())));
        assertThatThrownBy(() -> unitOfWork().writeOne(ann, () -> fail(fault())));
        unitOfWork().write(SYSTEM, () -> insert(user));

        assertThat(isStored(user)).isTrue();
    }

    private boolean insert(User user) {
        users().insert(user, new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA"));
        return true;
    }

    private boolean find(User user) {
        return users().find(user.id()).isPresent();
    }

    private boolean isStored(User user) {
        return unitOfWork().read(SYSTEM, () -> find(user));
    }

    private static boolean fail(RuntimeException fault) {
        throw fault;
    }

    private static RuntimeException fault() {
        return new UnsupportedOperationException("on purpose");
    }

    private static boolean inAnotherThread(BooleanSupplier check) {
        Race.Outcome<Boolean> outcome =
                Race.of(1, thread -> check.getAsBoolean()).getFirst();
        if (outcome.failure() != null) {
            throw outcome.failure();
        }
        return Boolean.TRUE.equals(outcome.value());
    }

    private static User someone() {
        UUID id = new MonotonicIds(new TestClock()).next();
        String name = "u" + id.toString().substring(24);
        Identity identity = Identity.unverified(
                new EmailAddress(name + "@example.org"), new Username(name), new PersonName("Someone"));
        return User.registered(new UserId(id), identity, UserStatus.ACTIVE, Lifetime.beginning(TestClock.START, null));
    }
}
