package dev.muster.testkit.user;

import dev.muster.domain.user.User;
import dev.muster.domain.user.UserCache;
import dev.muster.domain.user.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Remembers people in a map. One load of a person at a time; one that ends in another epoch than it began in is not
 * remembered, and whatever forgets begins an epoch.
 */
public final class InMemoryUserCache implements UserCache {

    private final Map<UserId, User> remembered = new HashMap<>();
    private final Map<UserId, ReentrantLock> loads = new ConcurrentHashMap<>();
    private long epoch;
    private boolean paused;

    @Override
    public Optional<User> find(UserId id, Function<UserId, Optional<User>> load) {
        ReentrantLock oneAtATime = loads.computeIfAbsent(id, key -> new ReentrantLock());
        oneAtATime.lock();
        try {
            Optional<User> known = known(id);
            if (known.isPresent()) {
                return known;
            }
            long begun = epoch();
            Optional<User> found = load.apply(id);
            found.ifPresent(user -> remember(user, begun));
            return found;
        } finally {
            oneAtATime.unlock();
        }
    }

    private synchronized Optional<User> known(UserId id) {
        return Optional.ofNullable(remembered.get(id));
    }

    private synchronized long epoch() {
        return epoch;
    }

    private synchronized void remember(User user, long begun) {
        if (!paused && epoch == begun) {
            remembered.put(user.id(), user);
        }
    }

    @Override
    public synchronized void forget(UserId id) {
        epoch++;
        remembered.remove(id);
    }

    @Override
    public synchronized void pause() {
        epoch++;
        paused = true;
        remembered.clear();
    }

    @Override
    public synchronized void resume() {
        epoch++;
        paused = false;
    }
}
