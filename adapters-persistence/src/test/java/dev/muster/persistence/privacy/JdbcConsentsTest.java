package dev.muster.persistence.privacy;

import dev.muster.domain.privacy.Consents;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.privacy.ConsentsContract;

final class JdbcConsentsTest implements ConsentsContract {

    @Override
    public UnitOfWork unitOfWork() {
        return Stores.shared().unitOfWork();
    }

    @Override
    public Users users() {
        return Stores.shared().users();
    }

    @Override
    public Consents consents() {
        return Stores.shared().bean(Consents.class);
    }
}
