package dev.muster.testkit.mail;

import dev.muster.domain.mail.MailedTokens;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.testkit.InMemoryMuster;

final class InMemoryMailedTokensTest implements MailedTokensContract {

    private final InMemoryMuster muster = new InMemoryMuster();

    @Override
    public UnitOfWork unitOfWork() {
        return muster.unitOfWork;
    }

    @Override
    public Users users() {
        return muster.users;
    }

    @Override
    public MailedTokens mailedTokens() {
        return muster.mailedTokens;
    }
}
