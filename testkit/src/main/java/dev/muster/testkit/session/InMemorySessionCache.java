package dev.muster.testkit.session;

import dev.muster.domain.session.Principal;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.session.SessionId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Remembers sessions in a map, which lets one load at a time for a session and makes forgetting wait for it. */
public final class InMemorySessionCache implements SessionCache {

    private final Map<SessionId, Principal> remembered = new ConcurrentHashMap<>();

    @Override
    public Optional<Principal> find(SessionId id, Function<SessionId, Optional<Principal>> load) {
        return Optional.ofNullable(
                remembered.computeIfAbsent(id, key -> load.apply(key).orElse(null)));
    }

    @Override
    public Optional<Principal> findRemembered(SessionId id) {
        return Optional.ofNullable(remembered.get(id));
    }

    @Override
    public void forget(SessionId id) {
        remembered.remove(id);
    }
}
