package dev.muster.testkit.session;

import dev.muster.domain.session.Sessions;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.user.InMemoryRoles;
import dev.muster.testkit.user.InMemoryUsers;

final class InMemorySessionsTest implements SessionsContract {

    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryUsers users = new InMemoryUsers(unitOfWork);
    private final InMemorySessions sessions =
            new InMemorySessions(unitOfWork, users, new InMemoryRoles(unitOfWork, users));

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    public Users users() {
        return users;
    }

    @Override
    public Sessions sessions() {
        return sessions;
    }
}
