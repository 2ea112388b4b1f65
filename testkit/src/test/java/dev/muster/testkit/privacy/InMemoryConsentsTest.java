package dev.muster.testkit.privacy;

import dev.muster.domain.privacy.Consents;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.user.InMemoryUsers;

final class InMemoryConsentsTest implements ConsentsContract {

    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryUsers users = new InMemoryUsers(unitOfWork);
    private final InMemoryConsents consents = new InMemoryConsents(unitOfWork);

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    public Users users() {
        return users;
    }

    @Override
    public Consents consents() {
        return consents;
    }
}
