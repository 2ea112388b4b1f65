package dev.muster.web.shared;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that requests block on. Platform threads of a fixed number, as many as there are connections to the
 * database: more of them only wait for each other there. What may wait for a thread is bounded too; one more is refused.
 */
@Factory
public final class Workers {

    /** For what asks the database. */
    public static final String DATABASE = "database";

    /** For what hashes a password, which takes a processor for tens of milliseconds: kept from starving all others. */
    public static final String HASHING = "hashing";

    /**
     * For what compares texts, which takes a processor for a quarter of a second, and a hundred megabytes at worst: kept from
     * taking all the memory.
     */
    public static final String COMPARING = "comparing";

    /** For questions about Muster's health, which have to be answered above all when all others wait. */
    public static final String HEALTH = "health";

    @Singleton
    @Named(DATABASE)
    @Bean(preDestroy = "shutdown")
    ExecutorService database(
            @Value("${" + WebServer.THREADS + ":16}") int threads,
            @Value("${" + WebServer.WAITING_REQUESTS + ":1000}") int waiting) {
        return workers(DATABASE, threads, waiting);
    }

    @Singleton
    @Named(HASHING)
    @Bean(preDestroy = "shutdown")
    ExecutorService hashing(@Value("${" + WebServer.WAITING_HASHES + ":100}") int waiting) {
        return workers(HASHING, Math.max(2, Runtime.getRuntime().availableProcessors()), waiting);
    }

    @Singleton
    @Named(COMPARING)
    @Bean(preDestroy = "shutdown")
    ExecutorService comparing() {
        return workers(COMPARING, 2, 100);
    }

    @Singleton
    @Named(HEALTH)
    @Bean(preDestroy = "shutdown")
    ExecutorService health() {
        return workers(HEALTH, 2, 20);
    }

    private static ExecutorService workers(String name, int threads, int waiting) {
        var count = new AtomicInteger();
        return new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                work -> Thread.ofPlatform()
                        .name(name + "-" + count.incrementAndGet())
                        .daemon()
                        .unstarted(work),
                new ThreadPoolExecutor.AbortPolicy());
    }
}
