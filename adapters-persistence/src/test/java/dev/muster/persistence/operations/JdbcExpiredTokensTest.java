package dev.muster.persistence.operations;

import dev.muster.domain.mail.MailedTokens;
import dev.muster.domain.operations.ExpiredTokens;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.operations.ExpiredTokensContract;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** On a database of its own, as it counts what it removes. */
final class JdbcExpiredTokensTest implements ExpiredTokensContract {

    private static Stores stores;

    @BeforeAll
    static void start() {
        stores = Stores.start(2, Duration.ofSeconds(10));
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @Override
    public UnitOfWork unitOfWork() {
        return stores.unitOfWork();
    }

    @Override
    public Users users() {
        return stores.users();
    }

    @Override
    public Sessions sessions() {
        return stores.bean(Sessions.class);
    }

    @Override
    public MailedTokens mailedTokens() {
        return stores.bean(MailedTokens.class);
    }

    @Override
    public ExpiredTokens expiredTokens() {
        return stores.bean(ExpiredTokens.class);
    }

    @Override
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
