package dev.muster.testkit.user;

import dev.muster.domain.user.PasswordBlocklist;

final class InMemoryPasswordBlocklistTest implements PasswordBlocklistContract {

    @Override
    public PasswordBlocklist blocklist() {
        return new InMemoryPasswordBlocklist();
    }
}
