package dev.muster.testkit.user;

import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.testkit.shared.InMemoryUnitOfWork;

final class InMemoryUsersTest implements UsersContract {

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
