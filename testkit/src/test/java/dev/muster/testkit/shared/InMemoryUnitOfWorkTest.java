package dev.muster.testkit.shared;

import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.testkit.user.InMemoryUsers;

final class InMemoryUnitOfWorkTest implements UnitOfWorkContract {

    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryUsers users = new InMemoryUsers(unitOfWork);

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    public Users users() {
        return users;
    }
}
