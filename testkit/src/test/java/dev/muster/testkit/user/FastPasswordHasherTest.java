package dev.muster.testkit.user;

import dev.muster.domain.user.PasswordHasher;

final class FastPasswordHasherTest implements PasswordHasherContract {

    @Override
    public PasswordHasher hasher() {
        return new FastPasswordHasher();
    }

    @Override
    public PasswordHasher hasherWithOtherParameters() {
        return new FastPasswordHasher(2);
    }
}
