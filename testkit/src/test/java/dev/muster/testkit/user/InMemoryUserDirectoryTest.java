package dev.muster.testkit.user;

import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Roles;
import dev.muster.domain.user.UserDirectory;
import dev.muster.domain.user.Users;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.TestClock;

final class InMemoryUserDirectoryTest implements UserDirectoryContract {

    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryUsers users = new InMemoryUsers(unitOfWork);
    private final InMemoryRoles roles = new InMemoryRoles(unitOfWork, users);
    private final InMemoryUserDirectory directory = new InMemoryUserDirectory(unitOfWork, users, new TestClock());

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

    @Override
    public UserDirectory directory() {
        return directory;
    }
}
