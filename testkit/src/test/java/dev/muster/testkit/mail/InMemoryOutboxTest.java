package dev.muster.testkit.mail;

import dev.muster.domain.mail.Outbox;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.testkit.InMemoryMuster;

final class InMemoryOutboxTest implements OutboxContract {

    private InMemoryMuster muster = new InMemoryMuster();

    @Override
    public UnitOfWork unitOfWork() {
        return muster.unitOfWork;
    }

    @Override
    public Users users() {
        return muster.users;
    }

    @Override
    public Outbox outbox() {
        return muster.outbox;
    }

    @Override
    public void removeAllLetters() {
        muster = new InMemoryMuster();
    }
}
