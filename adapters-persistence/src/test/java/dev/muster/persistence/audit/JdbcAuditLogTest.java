package dev.muster.persistence.audit;

import dev.muster.domain.audit.AuditLog;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.audit.AuditLogContract;
import java.sql.SQLException;

final class JdbcAuditLogTest implements AuditLogContract {

    @Override
    public UnitOfWork unitOfWork() {
        return Stores.shared().unitOfWork();
    }

    @Override
    public Users users() {
        return Stores.shared().users();
    }

    @Override
    public AuditLog auditLog() {
        return Stores.shared().bean(AuditLog.class);
    }

    @Override
    public void erase(UserId user) {
        try {
            Stores.shared().database().execute("delete from muster.users where id = '" + user + "'");
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
