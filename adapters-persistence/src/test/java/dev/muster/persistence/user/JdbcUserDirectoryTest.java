package dev.muster.persistence.user;

import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Roles;
import dev.muster.domain.user.UserDirectory;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.user.UserDirectoryContract;

final class JdbcUserDirectoryTest implements UserDirectoryContract {

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

    @Override
    public UserDirectory directory() {
        return Stores.shared().bean(UserDirectory.class);
    }
}
