package dev.muster.persistence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.mail.MailedToken;
import dev.muster.domain.mail.MailedToken.Purpose;
import dev.muster.domain.mail.MailedTokens;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.mail.MailedTokenFixture;
import dev.muster.testkit.mail.MailedTokensContract;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class JdbcMailedTokensTest implements MailedTokensContract {

    private static final Stores STORES = Stores.shared();

    @Override
    public UnitOfWork unitOfWork() {
        return STORES.unitOfWork();
    }

    @Override
    public Users users() {
        return STORES.users();
    }

    @Override
    public MailedTokens mailedTokens() {
        return STORES.bean(MailedTokens.class);
    }

    @ParameterizedTest
    @EnumSource
    void tokensOfAnErasedPersonGoWithTheAccount(Purpose purpose) throws SQLException {
        MailedToken token = MailedTokenFixture.token(storedUser(), purpose);
        write(() -> mailedTokens().insert(token, MailedTokenFixture.hash(token)));
        STORES.database().execute("delete from muster.users where id = '" + token.user() + "'");

        assertThat(writeFor(() -> mailedTokens().use(MailedTokenFixture.hash(token), purpose, LATER)))
                .isEmpty();
    }
}
