package dev.muster.persistence.shared;

import static dev.muster.domain.shared.Actor.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.SharedError;
import dev.muster.domain.shared.Unavailable;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.User;
import dev.muster.domain.user.Users;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.shared.UnitOfWorkContract;
import dev.muster.testkit.user.UserFixture;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class JdbcUnitOfWorkTest implements UnitOfWorkContract {

    private static final Sql SERIALIZATION_FAILURE = Sql.plain("do $$ begin raise serialization_failure; end $$");

    private final Stores stores = Stores.shared();
    private final CurrentUnit current = stores.bean(CurrentUnit.class);

    @Override
    public UnitOfWork unitOfWork() {
        return stores.unitOfWork();
    }

    @Override
    public Users users() {
        return stores.users();
    }

    @Test
    void writeThatRunsIntoAnotherIsTriedAgain() {
        User user = stored();
        AtomicInteger attempts = new AtomicInteger();
        unitOfWork().write(SYSTEM, () -> {
            current.update(Sql.plain("set transaction isolation level repeatable read"), parameters -> {});
            users().find(user.id());
            if (attempts.incrementAndGet() == 1) {
                Race.values(Race.of(1, thread -> login(user)));
            }
            users().recordLogin(UserFixture.credentials(user), TestClock.START, null);
            return true;
        });

        assertThat(attempts).hasValue(2);
        assertThat(version(user)).isEqualTo(3);
    }

    @Test
    void writesThatWaitForEachOtherAllSucceed() {
        List<User> both = List.of(stored(), stored());
        CountDownLatch holdingOne = new CountDownLatch(2);
        Race.values(Race.of(
                2,
                thread -> unitOfWork().<Boolean>write(SYSTEM, () -> {
                    users().recordLogin(UserFixture.credentials(both.get(thread)), TestClock.START, null);
                    holdingOne.countDown();
                    await(holdingOne);
                    users().recordLogin(UserFixture.credentials(both.get(1 - thread)), TestClock.START, null);
                    return true;
                })));

        assertThat(both).allSatisfy(user -> assertThat(version(user)).isEqualTo(3));
    }

    @Test
    void oneWriteIsTriedAgainToo() {
        AtomicInteger attempts = new AtomicInteger();
        unitOfWork().writeOne(SYSTEM, () -> {
            String statement = attempts.incrementAndGet() < 3 ? SERIALIZATION_FAILURE.text() : "select 1";
            return current.update(Sql.plain(statement), parameters -> {});
        });

        assertThat(attempts).hasValue(3);
    }

    @Test
    void writeIsNotTriedForEver() {
        AtomicInteger attempts = new AtomicInteger();

        assertUnavailable(() -> unitOfWork().write(SYSTEM, () -> {
            attempts.incrementAndGet();
            return current.update(SERIALIZATION_FAILURE, parameters -> {});
        }));
        assertThat(attempts).hasValue(6);
    }

    @Test
    void whoIsInterruptedIsNotTriedAgain() {
        assertUnavailable(() -> unitOfWork().write(SYSTEM, () -> {
            int failed = 0;
            try {
                failed = current.update(SERIALIZATION_FAILURE, parameters -> {});
            } finally {
                Thread.currentThread().interrupt();
            }
            return failed;
        }));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void connectionIsTakenWithTheFirstStatementAndReturnedAtOnce() {
        unitOfWork().read(SYSTEM, () -> {
            assertThat(connectionsTaken()).isZero();
            users().find(UserFixture.nextId());
            assertThat(connectionsTaken()).isZero();
            return true;
        });
        unitOfWork().write(SYSTEM, () -> {
            assertThat(connectionsTaken()).isZero();
            users().find(UserFixture.nextId());
            assertThat(connectionsTaken()).isEqualTo(1);
            return true;
        });
        assertThat(connectionsTaken()).isZero();
    }

    @Test
    void storeCalledWhileAnotherReadsSharesItsConnection() {
        User user = stored();
        List<Boolean> found = unitOfWork()
                .read(
                        SYSTEM,
                        () -> current.query(
                                Sql.plain("select id from muster.users where id = ?"),
                                parameters -> parameters.uuid(user.id().value()),
                                columns -> users().find(user.id()).isPresent() && connectionsTaken() == 1));

        assertThat(found).containsExactly(true);
    }

    @Test
    void writeThatSwallowsTheFailureOfAStatementIsNoSuccess() {
        User first = stored();
        User same = UserFixture.aUser().email(first.identity().email().value()).build();

        assertThatThrownBy(() -> unitOfWork().write(SYSTEM, () -> {
                    try {
                        users().insert(same, UserFixture.HASH);
                    } catch (RuntimeException swallowed) {
                        return false;
                    }
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void assertUnavailable(Supplier<?> work) {
        assertThatThrownBy(work::get).isInstanceOfSatisfying(Unavailable.class, failure -> {
            assertThat(failure.code()).isEqualTo(SharedError.DATABASE_UNAVAILABLE);
            assertThat(failure.retryAfter()).isPositive();
        });
    }

    private User stored() {
        User user = UserFixture.aUser().build();
        unitOfWork().write(SYSTEM, () -> {
            users().insert(user, UserFixture.HASH);
            return true;
        });
        return user;
    }

    private boolean login(User user) {
        return unitOfWork().write(SYSTEM, () -> {
            users().recordLogin(UserFixture.credentials(user), TestClock.START, null);
            return true;
        });
    }

    private long version(User user) {
        return unitOfWork()
                .<Long>read(SYSTEM, () -> users().find(user.id()).orElseThrow().version());
    }

    private int connectionsTaken() {
        return stores.pool().getHikariPoolMXBean().getActiveConnections();
    }

    /** The second attempt finds it counted down. */
    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
