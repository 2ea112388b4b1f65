package dev.muster.testkit.shared;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Threads that do the same at the same moment, so that a contract can tell who wins. */
public final class Race {

    /** How many threads run where nothing else is said. */
    public static final int THREADS = 16;

    private static final long PATIENCE = 60;

    private Race() {}

    /**
     * What became of one thread's work.
     *
     * @param value what it returned; null if it failed
     * @param failure what it threw, or null
     */
    public record Outcome<T>(@Nullable T value, @Nullable RuntimeException failure) {

        public boolean succeeded() {
            return failure == null;
        }
    }

    /** Lets {@link #THREADS} threads begin at once; the outcomes come in the order of their numbers, from 0. */
    public static <T> List<Outcome<T>> of(IntFunction<T> work) {
        return of(THREADS, work);
    }

    /** Lets threads begin at once; the outcomes come in the order of their numbers, from 0. */
    public static <T> List<Outcome<T>> of(int threads, IntFunction<T> work) {
        CyclicBarrier start = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Outcome<T>>> runs = IntStream.range(0, threads)
                    .mapToObj(number -> pool.submit(() -> run(start, number, work)))
                    .toList();
            return runs.stream().map(Race::await).toList();
        }
    }

    /** What all threads returned.
     *
     * @throws AssertionError if one of them failed
     */
    public static <T> List<T> values(List<Outcome<T>> outcomes) {
        return outcomes.stream().map(Race::value).toList();
    }

    private static <T> T value(Outcome<T> outcome) {
        T value = outcome.value();
        if (value == null) {
            throw new AssertionError("a thread failed", outcome.failure());
        }
        return value;
    }

    private static <T> Outcome<T> run(CyclicBarrier start, int number, IntFunction<T> work)
            throws InterruptedException, BrokenBarrierException, TimeoutException {
        start.await(PATIENCE, SECONDS);
        try {
            return new Outcome<>(work.apply(number), null);
        } catch (RuntimeException failure) {
            return new Outcome<>(null, failure);
        }
    }

    private static <T> Outcome<T> await(Future<Outcome<T>> run) {
        try {
            return run.get(PATIENCE, SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while threads raced", interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new AssertionError("a racing thread did not end as it should", failure);
        }
    }
}
