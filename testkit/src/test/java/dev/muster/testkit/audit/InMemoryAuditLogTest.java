package dev.muster.testkit.audit;

import dev.muster.domain.audit.AuditLog;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.user.InMemoryUsers;

final class InMemoryAuditLogTest implements AuditLogContract {

    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryUsers users = new InMemoryUsers(unitOfWork);
    private final InMemoryAuditLog auditLog = new InMemoryAuditLog(unitOfWork, users);

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    public Users users() {
        return users;
    }

    @Override
    public AuditLog auditLog() {
        return auditLog;
    }

    @Override
    public void erase(UserId user) {
        write(() -> auditLog.forget(user));
    }
}
