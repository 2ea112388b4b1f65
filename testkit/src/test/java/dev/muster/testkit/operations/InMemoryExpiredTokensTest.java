package dev.muster.testkit.operations;

import dev.muster.domain.mail.MailedTokens;
import dev.muster.domain.operations.ExpiredTokens;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.testkit.InMemoryMuster;
import java.time.Instant;

final class InMemoryExpiredTokensTest implements ExpiredTokensContract {

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
    public Sessions sessions() {
        return muster.sessions;
    }

    @Override
    public MailedTokens mailedTokens() {
        return muster.mailedTokens;
    }

    @Override
    public ExpiredTokens expiredTokens() {
        return muster.expiredTokens;
    }

    @Override
    public Instant now() {
        return muster.clock.instant();
    }
}
