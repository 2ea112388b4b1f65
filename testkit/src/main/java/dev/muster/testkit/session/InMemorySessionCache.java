package dev.muster.testkit.session;

import dev.muster.domain.session.Principal;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.user.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Remembers sessions in a map. One load of a session at a time; one that ends in another epoch than it began
 * in is not remembered, and whatever forgets begins an epoch.
 */
public final class InMemorySessionCache implements SessionCache {

    private final Map<SessionId, Principal> remembered = new HashMap<>();
    private final Map<SessionId, ReentrantLock> loads = new ConcurrentHashMap<>();
    private long epoch;
    private boolean paused;

    @Override
    public Optional<Principal> find(SessionId id, Function<SessionId, Optional<Principal>> load) {
        ReentrantLock oneAtATime = loads.computeIfAbsent(id, key -> new ReentrantLock());
        oneAtATime.lock();
        try {
            Optional<Principal> known = findRemembered(id);
            if (known.isPresent()) {
                return known;
            }
            long begun = epoch();
            Optional<Principal> found = load.apply(id);
            found.ifPresent(principal -> remember(principal, begun));
            return found;
        } finally {
            oneAtATime.unlock();
        }
    }

    private synchronized long epoch() {
        return epoch;
    }

    private synchronized void remember(Principal principal, long begun) {
        if (!paused && epoch == begun) {
            remembered.put(principal.session(), principal);
        }
    }

    @Override
    public synchronized Optional<Principal> findRemembered(SessionId id) {
        return Optional.ofNullable(remembered.get(id));
    }

    @Override
    public synchronized void forget(SessionId id) {
        epoch++;
        remembered.remove(id);
    }

    @Override
    public synchronized void forgetUser(UserId user) {
        epoch++;
        remembered.values().removeIf(principal -> principal.user().equals(user));
    }

    @Override
    public synchronized void forgetAll() {
        epoch++;
        remembered.clear();
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
