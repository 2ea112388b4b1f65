package dev.muster.persistence.user;

import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Roles;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.user.RolesContract;

final class JdbcRolesTest implements RolesContract {

    @Override
    public UnitOfWork unitOfWork() {
        return Stores.shared().unitOfWork();
    }

    @Override
    public Users users() {
        return Stores.shared().users();
    }

    @Override
    public Roles roles() {
        return Stores.shared().bean(Roles.class);
    }
}
