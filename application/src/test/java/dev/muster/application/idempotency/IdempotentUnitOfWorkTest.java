package dev.muster.application.idempotency;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.testkit.InMemoryMuster;
import dev.muster.testkit.shared.UnitOfWorkContract;
import java.util.Optional;

/** Without a key it is the unit of work that it stands in front of; with one, see {@link IdempotencyTest}. */
final class IdempotentUnitOfWorkTest implements UnitOfWorkContract {

    private final InMemoryMuster muster = new InMemoryMuster();
    private final UnitOfWork unitOfWork = new IdempotentUnitOfWork(
            muster.unitOfWork, muster.idempotencyKeys, Optional::empty, new Stamps(muster.ids, muster.clock));

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    public Users users() {
        return muster.users;
    }
}
