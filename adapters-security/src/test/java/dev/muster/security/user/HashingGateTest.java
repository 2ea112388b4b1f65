package dev.muster.security.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.Unavailable;
import dev.muster.domain.user.HashingPolicy;
import dev.muster.domain.user.UserError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class HashingGateTest {

    private static final int SHARE = 19456;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void end() {
        release.countDown();
        threads.shutdownNow();
    }

    @Test
    void neverMoreWorkAtOnceThanAllowed() {
        HashingGate gate = gate(3, 100);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        CompletableFuture<?>[] work = new CompletableFuture<?>[40];
        for (int i = 0; i < work.length; i++) {
            work[i] = CompletableFuture.runAsync(
                    () -> gate.pass(SHARE, () -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        pause(2);
                        return inside.decrementAndGet();
                    }),
                    threads);
        }
        CompletableFuture.allOf(work).join();

        assertThat(most).hasValue(3);
    }

    @Test
    void oneMoreThanMayWaitIsRefused() throws InterruptedException {
        HashingGate gate = gate(1, 1);
        CountDownLatch first = occupy(gate, SHARE);
        first.await();
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> gate.pass(SHARE, () -> "late"), threads);
        awaitQueue(gate);

        assertThatThrownBy(() -> gate.pass(SHARE, () -> "never")).isInstanceOfSatisfying(Unavailable.class, busy -> {
            assertThat(busy.code()).isEqualTo(UserError.TOO_MANY_SIGN_INS);
            assertThat(busy.retryAfter()).isPositive();
        });

        release.countDown();
        assertThat(second.join()).isEqualTo("late");
        assertThat(gate.pass(SHARE, () -> "after")).isEqualTo("after");
    }

    @Test
    void aHashOfMoreMemoryTakesMorePlaces() throws InterruptedException {
        HashingGate gate = gate(3, 0);
        occupy(gate, SHARE + 1).await();

        assertThat(gate.pass(SHARE, () -> "the third place")).isEqualTo("the third place");
        assertThatThrownBy(() -> gate.pass(2 * SHARE, () -> "never")).isInstanceOf(Unavailable.class);
    }

    @Test
    void aHashOfMoreMemoryThanThereIsHasToBeAlone() {
        assertThat(gate(2, 0).pass(100 * SHARE, () -> "alone")).isEqualTo("alone");
    }

    @Test
    void placeIsFreeAgainAfterAFailure() {
        HashingGate gate = gate(1, 0);

        assertThatThrownBy(() -> gate.pass(SHARE, () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(gate.pass(SHARE, () -> "next")).isEqualTo("next");
    }

    @Test
    void whoIsInterruptedWhileWaitingIsRefused() throws InterruptedException {
        HashingGate gate = gate(1, 5);
        occupy(gate, SHARE).await();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> gate.pass(SHARE, () -> "never")).isInstanceOf(Unavailable.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static HashingGate gate(int maxConcurrent, int maxWaiting) {
        return new HashingGate(new HashingPolicy(SHARE, 2, 1, maxConcurrent, maxWaiting));
    }

    /** Work that goes on until it is released; the latch falls when it has begun. */
    private CountDownLatch occupy(HashingGate gate, int memoryKib) {
        CountDownLatch begun = new CountDownLatch(1);
        threads.execute(() -> gate.pass(memoryKib, () -> {
            begun.countDown();
            try {
                return release.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }));
        return begun;
    }

    private static void awaitQueue(HashingGate gate) {
        while (gate.waiting() == 0) {
            pause(1);
        }
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
