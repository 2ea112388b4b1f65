package dev.muster.persistence.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Lifetime;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserStatus;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.user.UserFixture;
import dev.muster.testkit.user.UsersContract;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class JdbcUsersTest implements UsersContract {

    @Override
    public UnitOfWork unitOfWork() {
        return Stores.shared().unitOfWork();
    }

    @Override
    public Users users() {
        return Stores.shared().users();
    }

    @Test
    void whoWasDeletedByAnEarlierMusterWasActive() throws SQLException {
        User user = stored(UserFixture.aUser().build());
        Stores.shared()
                .database()
                .execute("update muster.users set status = 'deleted', deleted_at = created_at where id = '" + user.id()
                        + "'");
        User gone = read(() -> users().find(user.id())).orElseThrow();

        assertThat(gone.lifetime().deletion())
                .isEqualTo(new Lifetime.Deletion(user.lifetime().createdAt(), UserStatus.ACTIVE));
    }
}
