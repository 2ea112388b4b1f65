package dev.muster.persistence.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MigrationProblemsTest {

    private final MigrationProblems problems =
            new MigrationProblems("jdbc:postgresql://db/muster?password=secret&sslmode=require", "ann");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    28P01 | The database at postgresql://db/muster refuses the login ann: look at user name and password.
                    28000 | The database at postgresql://db/muster refuses the login ann: said.
                    3D000 | There is no database at postgresql://db/muster.
                    08004 | No connection to the database at postgresql://db/muster comes about: said (sslmode=require).
                    08P01 | No connection to the database at postgresql://db/muster comes about: said (sslmode=require).
                    53300 | The database at postgresql://db/muster takes no connection at the moment: said.
                    57P03 | The database at postgresql://db/muster takes no connection at the moment: said.
                    42501 | The login ann lacks rights in the database at postgresql://db/muster: said.
                    23505 | A migration of the database at postgresql://db/muster failed and was undone: said (SQLSTATE 23505).
                    """)
    void everyProblemIsOneSentence(String state, String sentence) {
        SQLException cause = new SQLException("said\n  Detail: more", state);

        assertThat(problems.of(cause)).hasMessage(sentence);
        assertThat(problems.of(new FlywayException("x", cause))).hasMessage(sentence);
    }

    @Test
    void onlyTheNetworkKeepsADatabaseFromBeingReached() {
        for (IOException away : List.of(
                new ConnectException("said"), new UnknownHostException("db"), new SocketTimeoutException("said"))) {
            assertThat(problems.of(new SQLException("said", "08001", away)))
                    .hasMessage("The database at postgresql://db/muster can't be reached.");
        }
        assertThat(problems.of(new SQLException("No file /ca.crt.", "08006", new FileNotFoundException("/ca.crt"))))
                .hasMessage("No connection to the database at postgresql://db/muster comes about: No file /ca.crt"
                        + " (sslmode=require).");
        assertThat(problems.of(new SQLException("said", "08006", new SSLHandshakeException("certificate_required"))))
                .hasMessage("TLS with the database at postgresql://db/muster fails: certificate_required.");
    }

    @ParameterizedTest
    @CsvSource({"28P01, refuses the login", "42501, may not act as muster_app", "22023, may not act as muster_app"})
    void roleThatIsNotHadIsTold(String state, String part) {
        assertThat(problems.ofRole(new SQLException("said", state))).hasMessageContaining(part);
    }
}
