package dev.muster.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.shared.Unavailable;
import io.micronaut.data.exceptions.DataAccessException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlFailuresTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08000", "08001", "08003", "08006", "57P01", "57P02", "57P03", "57P05", "53300", "57014", "55P03",
                "25006", "53100", "53200"
            })
    void databaseThatIsAwayOrBusyIsUnavailable(String state) {
        RuntimeException failure = SqlFailures.translate(new SQLException("x", state));

        assertThat(failure).isInstanceOfSatisfying(Unavailable.class, unavailable -> {
            assertThat(unavailable.code()).isEqualTo(SharedError.DATABASE_UNAVAILABLE);
            assertThat(unavailable.retryAfter()).isPositive();
        });
    }

    @Test
    void poolThatHasNoConnectionIsUnavailable() {
        assertThat(SqlFailures.translate(new SQLTransientConnectionException("timed out")))
                .isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void contentionIsKeptForTheUnitOfWork(String state) {
        assertThat(SqlFailures.translate(new SQLException("x", state))).isInstanceOf(Contention.class);
    }

    @Test
    void failureInsideARepositoryIsTheSame() {
        var wrapped = new DataAccessException("x", new IllegalStateException(new SQLException("x", "40001")));

        assertThat(SqlFailures.translate(wrapped)).isInstanceOf(Contention.class);
    }

    @Test
    void anythingElseOfTheDatabaseIsAFaultWithoutTheMessage() {
        var failure = SqlFailures.translate(new SQLException("a secret value", "23514"));

        assertThat(failure).isInstanceOf(DatabaseFault.class).hasMessageContaining("23514");
        assertThat(printed(failure)).doesNotContain("secret");
        assertThat(SqlFailures.translate(new SQLException("a secret value"))).isInstanceOf(DatabaseFault.class);
    }

    @Test
    void whatIsNotOfTheDatabaseIsPassedOn() {
        var fault = new UnsupportedOperationException();

        assertThat(SqlFailures.translate(fault)).isSameAs(fault);
        assertThat(SqlFailures.translate(new Exception("checked"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void rowThatTheServerRefusesIsNowhereInTheFault() {
        CurrentUnit current = Stores.shared().bean(CurrentUnit.class);
        Sql refused = Sql.plain("insert into muster.consents (id, user_id, policy, version, granted)"
                + " values (gen_random_uuid(), gen_random_uuid(), 'my secret policy', '', true)");
        try {
            Stores.shared().unitOfWork().writeOne(Actor.SYSTEM, () -> current.update(refused, parameters -> {}));
        } catch (DatabaseFault fault) {
            assertThat(fault).hasMessageContaining("SQLSTATE 23514, constraint ck_consents__version");
            assertThat(printed(fault)).doesNotContain("secret");
            return;
        }
        throw new AssertionError("an empty version was stored");
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
