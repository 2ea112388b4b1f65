package dev.muster.testkit.user;

import dev.muster.domain.user.UserCache;

final class InMemoryUserCacheTest implements UserCacheContract {

    private final InMemoryUserCache cache = new InMemoryUserCache();

    @Override
    public UserCache cache() {
        return cache;
    }
}
