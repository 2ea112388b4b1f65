package dev.muster.persistence.session;

import dev.muster.domain.session.Sessions;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.session.SessionsContract;

final class JdbcSessionsTest implements SessionsContract {

    @Override
    public UnitOfWork unitOfWork() {
        return Stores.shared().unitOfWork();
    }

    @Override
    public Users users() {
        return Stores.shared().users();
    }

    @Override
    public Sessions sessions() {
        return Stores.shared().bean(Sessions.class);
    }
}
