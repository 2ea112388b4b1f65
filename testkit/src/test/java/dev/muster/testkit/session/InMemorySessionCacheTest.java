package dev.muster.testkit.session;

import dev.muster.domain.session.SessionCache;

final class InMemorySessionCacheTest implements SessionCacheContract {

    private final InMemorySessionCache cache = new InMemorySessionCache();

    @Override
    public SessionCache cache() {
        return cache;
    }
}
