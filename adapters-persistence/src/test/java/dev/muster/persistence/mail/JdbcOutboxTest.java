package dev.muster.persistence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.Outbox;
import dev.muster.domain.mail.Outbox.Delivery;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.mail.LetterFixture;
import dev.muster.testkit.mail.OutboxContract;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class JdbcOutboxTest implements OutboxContract {

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
    public Outbox outbox() {
        return STORES.bean(Outbox.class);
    }

    @Override
    public void removeAllLetters() {
        execute("delete from muster.outbox");
    }

    @Test
    void letterThatIsBeingTakenIsPassedOverWithoutWaiting() {
        Letter first = stored(LetterFixture.letter());
        Letter second = stored(LetterFixture.letter());
        List<Delivery> elsewhere = writeFor(() -> {
            assertThat(outbox().take(NOW, NOW.plus(LEASE), 1)).containsExactly(new Delivery(first, 1));
            return CompletableFuture.supplyAsync(() -> take(NOW))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        });

        assertThat(elsewhere).containsExactly(new Delivery(second, 1));
    }

    @Test
    void lettersOfAnErasedPersonGoWithTheAccount() {
        UserId user = storedUser();
        stored(LetterFixture.everythingKnown(user));
        Letter other = stored(LetterFixture.everythingKnown(storedUser()));
        execute("delete from muster.users where id = '" + user + "'");

        assertThat(newest()).containsExactly(other);
    }

    private static void execute(String sql) {
        try {
            STORES.database().execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
