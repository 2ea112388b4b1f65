package dev.muster.persistence.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.idempotency.IdempotencyKeys;
import dev.muster.domain.idempotency.KeyClaim;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.idempotency.IdempotencyKeysContract;
import dev.muster.testkit.idempotency.KeyClaimFixture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

final class JdbcIdempotencyKeysTest implements IdempotencyKeysContract {

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
    public IdempotencyKeys keys() {
        return STORES.bean(IdempotencyKeys.class);
    }

    @Test
    void keysOfAnErasedPersonGoWithTheAccount() throws SQLException {
        UserId user = storedUser();
        KeyClaim claim = KeyClaimFixture.aClaim(user);
        assertThat(writeFor(() -> keys().begin(claim))).isPresent();
        STORES.database().execute("delete from muster.users where id = '" + user + "'");

        assertThat(writeFor(() -> keys().carryOut(claim, SOON))).isFalse();
    }

    @Test
    void cleanUpReadsWhatHasExpiredOnly() throws SQLException {
        try (Connection connection = STORES.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off");
            try (ResultSet plan = statement.executeQuery("explain select id from muster.idempotency_keys"
                    + " where expires_at <= now() order by expires_at limit 1000 for update skip locked")) {
                StringBuilder text = new StringBuilder();
                while (plan.next()) {
                    text.append(plan.getString(1)).append('\n');
                }
                assertThat(text.toString())
                        .contains("ix_idempotency_keys__expires_at")
                        .doesNotContain("Sort");
            }
        }
    }
}
