package dev.muster.cache.shared;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to Redis, which may go away and come back at any time, also before it was ever there. Nobody waits for
 * it longer than 100 ms; after a failure the connection is given up, and nobody asks for a new one for a second.
 */
public final class RedisConnection implements AutoCloseable {

    /** Property: where Redis is; may hold a password. */
    public static final String URL = "muster.redis.url";

    private static final Logger LOG = LoggerFactory.getLogger(RedisConnection.class);
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MAX_WAITING_COMMANDS = 10_000;

    private final RedisClient client = RedisClient.create();
    private final RedisURI uri;
    private final String withoutIt;
    private final Duration patience;
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile long askAgainAt = System.nanoTime();
    private volatile boolean closed;
    private CompletableFuture<StatefulRedisConnection<String, String>> connection;

    /**
     * A connection that is made without waiting.
     *
     * @param withoutIt what happens while Redis is away, for the log
     * @throws IllegalArgumentException if the URL is none of a Redis
     */
    public RedisConnection(String url, String withoutIt) {
        this(url, withoutIt, PATIENCE);
    }

    /** @param patience how long anyone waits for an answer */
    public RedisConnection(String url, String withoutIt, Duration patience) {
        this.uri = RedisURI.create(url);
        this.withoutIt = withoutIt;
        this.patience = patience;
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .requestQueueSize(MAX_WAITING_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(PAUSE).build())
                .build());
        connection = connect();
    }

    /**
     * Asks Redis, or answers without it if it is away or slow; fails never.
     *
     * @param question to Redis
     * @param answerWithoutIt the answer then
     */
    public <T extends @Nullable Object> CompletionStage<T> ask(
            Function<RedisAsyncCommands<String, String>, CompletionStage<T>> question,
            Supplier<CompletionStage<T>> answerWithoutIt) {
        if (closed || (away.get() && System.nanoTime() - askAgainAt < 0)) {
            return answerWithoutIt.get();
        }
        var used = connection();
        return used.thenCompose(open -> question.apply(open.async()))
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, failure) -> note(used, failure))
                .exceptionallyCompose(failure -> answerWithoutIt.get());
    }

    private synchronized CompletableFuture<StatefulRedisConnection<String, String>> connection() {
        if (connection.isCompletedExceptionally()) {
            connection = connect();
        }
        return connection;
    }

    private CompletableFuture<StatefulRedisConnection<String, String>> connect() {
        return client.connectAsync(StringCodec.UTF8, uri).toCompletableFuture();
    }

    private void note(CompletableFuture<StatefulRedisConnection<String, String>> used, @Nullable Throwable failure) {
        if (failure == null) {
            if (away.getAndSet(false)) {
                LOG.info("Redis answers again.");
            }
            return;
        }
        askAgainAt = System.nanoTime() + PAUSE.toNanos();
        giveUp(used, failure);
        if (!away.getAndSet(true)) {
            // Not the failure in words, which may hold the URL.
            Throwable reason = failure.getCause() == null ? failure : failure.getCause();
            LOG.warn(
                    "Redis gives no answer ({}); until it does {}.",
                    reason.getClass().getName(),
                    withoutIt);
        }
    }

    /** An attempt to connect that is still under way goes on, as it may take longer than anyone waits. */
    private synchronized void giveUp(
            CompletableFuture<StatefulRedisConnection<String, String>> used, Throwable failure) {
        if (used.isDone() && connection == used) {
            connection = CompletableFuture.failedFuture(failure);
            var unused = used.thenCompose(StatefulRedisConnection::closeAsync);
        }
    }

    /** A script in Lua that stands beside the class that asks for it. */
    public static String script(Class<?> beside, String name) {
        try (InputStream file = Objects.requireNonNull(beside.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Lets go of Redis within a second; whoever still asks is answered without it. */
    @Override
    public void close() {
        closed = true;
        client.shutdown(Duration.ZERO, PAUSE);
    }
}
