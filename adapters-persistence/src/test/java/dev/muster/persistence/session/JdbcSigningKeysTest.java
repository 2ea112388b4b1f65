package dev.muster.persistence.session;

import dev.muster.domain.session.SigningKeys;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.session.ReplacedKeysContract;
import dev.muster.testkit.session.SigningKeysContract;
import java.sql.SQLException;

final class JdbcSigningKeysTest implements SigningKeysContract, ReplacedKeysContract {

    @Override
    public UnitOfWork unitOfWork() {
        return Stores.shared().unitOfWork();
    }

    @Override
    public SigningKeys signingKeys() {
        return Stores.shared().bean(SigningKeys.class);
    }

    @Override
    public void removeAllKeys() {
        try {
            Stores.shared().database().execute("delete from muster.signing_keys");
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
