package dev.muster.testkit.user;

import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Roles;
import dev.muster.domain.user.Users;
import dev.muster.testkit.shared.InMemoryUnitOfWork;

final class InMemoryRolesTest implements RolesContract {

    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryUsers users = new InMemoryUsers(unitOfWork);
    private final InMemoryRoles roles = new InMemoryRoles(unitOfWork, users);

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    public Users users() {
        return users;
    }

    @Override
    public Roles roles() {
        return roles;
    }
}
