package dev.muster.testkit.session;

import dev.muster.domain.session.SigningKeys;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.testkit.shared.InMemoryUnitOfWork;

final class InMemorySigningKeysTest implements SigningKeysContract, ReplacedKeysContract {

    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private InMemorySigningKeys signingKeys = new InMemorySigningKeys(unitOfWork);

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    public SigningKeys signingKeys() {
        return signingKeys;
    }

    @Override
    public void removeAllKeys() {
        signingKeys = new InMemorySigningKeys(unitOfWork);
    }
}
