package dev.muster.cache.user;

import dev.muster.cache.shared.RedisConnection;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * People in Redis, for all nodes. Who finds nobody there gets leave to keep whom they load; forgetting a person takes the
 * leave back, so a load that began before the change can't bring back what was before it, on whatever node it runs.
 *
 * <p>What this node could not forget, because Redis was away or because it heard of no changes, puts everything there in
 * doubt: the node begins a new epoch before it looks again, and nobody finds anything of an earlier one.
 */
final class SharedUsers implements AutoCloseable {

    private static final String EPOCH = "muster:users:epoch";
    private static final String LOOK = RedisConnection.script(SharedUsers.class, "look.lua");
    private static final String KEEP = RedisConnection.script(SharedUsers.class, "keep.lua");

    /** Longer than any load: a read that takes longer than that has been given up. */
    private static final String LEAVE_MILLIS = "30000";

    private final RedisConnection redis;
    private final Duration maxAge;

    /** How often something came in doubt; and how many of those the present epoch has settled. */
    private final AtomicLong doubts = new AtomicLong(1);

    private volatile long settled;
    private volatile boolean paused;

    SharedUsers(RedisConnection redis, Duration maxAge) {
        this.redis = redis;
        this.maxAge = maxAge;
    }

    /**
     * Someone in Redis.
     *
     * @param left for how long they may still be remembered
     */
    record Kept(User user, Duration left) {}

    /** Who is in Redis, or else whom load finds. Never fails for Redis, and waits for it 200 ms at the most. */
    Optional<Kept> find(UserId id, Function<UserId, Optional<User>> load) {
        String token = UUID.randomUUID().toString();
        Optional<List<Object>> answer = paused || !settle() ? Optional.empty() : look(id, token);
        Optional<Kept> kept = answer.flatMap(SharedUsers::read);
        // What was forgotten before this look may turn out not to have been while the answer was under way.
        if (kept.isPresent() && isSettled()) {
            return kept;
        }
        if (answer.filter(foreign -> !foreign.isEmpty()).isPresent()) {
            forget(id);
        }
        Optional<User> loaded = load.apply(id);
        if (answer.isPresent()) {
            loaded.ifPresent(user -> keep(user, token));
        }
        return loaded.map(user -> new Kept(user, maxAge));
    }

    /** Forgets someone, without waiting for it; whatever this node looks for afterwards comes after it. */
    void forget(UserId id) {
        var unused = ask(commands -> commands.del(key(id), leave(id)).thenApply(Optional::of));
    }

    void pause() {
        paused = true;
    }

    void resume() {
        doubts.incrementAndGet();
        paused = false;
    }

    @Override
    public void close() {
        redis.close();
    }

    /** Whether what is found in Redis can be believed; begins a new epoch if it could not. */
    private boolean settle() {
        return isSettled() || beginEpoch();
    }

    private boolean isSettled() {
        return settled == doubts.get();
    }

    private synchronized boolean beginEpoch() {
        long seen = doubts.get();
        if (settled != seen) {
            String epoch = UUID.randomUUID().toString();
            ask(commands -> commands.set(EPOCH, epoch).thenApply(Optional::of))
                    .join()
                    .ifPresent(done -> settled = seen);
        }
        return isSettled();
    }

    private Optional<List<Object>> look(UserId id, String token) {
        String[] keys = {key(id), leave(id), EPOCH};
        return ask(commands -> commands.<List<Object>>eval(LOOK, ScriptOutputType.MULTI, keys, token, LEAVE_MILLIS)
                        .thenApply(Optional::of))
                .join();
    }

    private void keep(User user, String token) {
        String[] keys = {key(user.id()), leave(user.id())};
        String json = UserJson.write(user);
        String millis = Long.toString(maxAge.toMillis());
        var unused = ask(commands -> commands.<Boolean>eval(KEEP, ScriptOutputType.BOOLEAN, keys, token, json, millis)
                .thenApply(Optional::of));
    }

    private static Optional<Kept> read(List<Object> answer) {
        if (answer.size() < 2) {
            return Optional.empty();
        }
        Duration left = Duration.ofMillis((Long) answer.get(1));
        return UserJson.read((String) answer.get(0)).map(user -> new Kept(user, left));
    }

    /** Whatever fails may be a person who was not forgotten, or one that is forgotten later than this node looks again. */
    private <T> CompletableFuture<Optional<T>> ask(
            Function<RedisAsyncCommands<String, String>, CompletionStage<Optional<T>>> question) {
        return redis.<Optional<T>>ask(question, this::inDoubt).toCompletableFuture();
    }

    private <T> CompletionStage<Optional<T>> inDoubt() {
        doubts.incrementAndGet();
        return CompletableFuture.completedStage(Optional.empty());
    }

    private static String key(UserId id) {
        return "muster:user:" + id;
    }

    private static String leave(UserId id) {
        return key(id) + ":leave";
    }
}
