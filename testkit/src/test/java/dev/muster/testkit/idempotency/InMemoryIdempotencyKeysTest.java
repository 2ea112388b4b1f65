package dev.muster.testkit.idempotency;

import dev.muster.domain.idempotency.IdempotencyKeys;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.testkit.InMemoryMuster;

final class InMemoryIdempotencyKeysTest implements IdempotencyKeysContract {

    private final InMemoryMuster muster = new InMemoryMuster();

    @Override
    public UnitOfWork unitOfWork() {
        return muster.unitOfWork;
    }

    @Override
    public Users users() {
        return muster.users;
    }

    @Override
    public IdempotencyKeys keys() {
        return muster.idempotencyKeys;
    }
}
