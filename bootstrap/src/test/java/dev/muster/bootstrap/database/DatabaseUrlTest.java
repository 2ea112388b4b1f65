package dev.muster.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.bootstrap.settings.StartupFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseUrlTest {
    private static final String ME = System.getProperty("user.name");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "postgresql://ann:pw@db:5433/app           | jdbc:postgresql://db:5433/app           | ann | pw",
                "postgres://ann:pw@db/app                  | jdbc:postgresql://db/app                | ann | pw",
                "POSTGRES://ann:pw@db/app                  | jdbc:postgresql://db/app                | ann | pw",
                "postgresql://ann@db/app                   | jdbc:postgresql://db/app                | ann | -",
                "postgresql://ann:@db/app                  | jdbc:postgresql://db/app                | ann | ''",
                "postgresql://ann:pw@db                    | jdbc:postgresql://db/                   | ann | pw",
                "postgresql://ann:pw@db?sslmode=require    | jdbc:postgresql://db/?sslmode=require   | ann | pw",
                "postgresql://ann:pw@db?sslmode=VERIFY-full | jdbc:postgresql://db/?sslmode=VERIFY-full | ann | pw",
                "postgresql://ann:a%40b%3A%2F%25@db/app    | jdbc:postgresql://db/app                | ann | a@b:/%",
                "postgresql://ann:p@ss@db/app              | jdbc:postgresql://db/app                | ann | p@ss",
                "postgresql://ann:a:b@db/app               | jdbc:postgresql://db/app                | ann | a:b",
                "postgresql://%C3%84nn:1+1@db/app          | jdbc:postgresql://db/app                | Änn | 1+1",
                "postgresql://ann:pw@db/my%20app%2F1       | jdbc:postgresql://db/my+app%2F1         | ann | pw",
                "postgresql://ann:pw@[::1]:5433/app        | jdbc:postgresql://[::1]:5433/app        | ann | pw",
                "postgresql://ann:pw@[2001:db8::7]/app     | jdbc:postgresql://[2001:db8::7]/app     | ann | pw",
                "postgresql://ann:pw@a:1,b,[::1]:3/app     | jdbc:postgresql://a:1,b,[::1]:3/app     | ann | pw",
                "postgresql://ann:pw@:5433/app             | jdbc:postgresql://localhost:5433/app    | ann | pw",
                "postgresql:///app?user=ann&password=p+w   | jdbc:postgresql://localhost/app         | ann | p+w",
                "postgresql://ann:pw@db/app?user=eve       | jdbc:postgresql://db/app                | eve | pw",
                "jdbc:postgresql://db/app?user=ann&password=p%26w+x  | jdbc:postgresql://db/app      | ann | p&w x",
                "jdbc:postgresql://db:1/app?prepareThreshold=0&user=a&ssl=true | jdbc:postgresql://db:1/app?prepareThreshold=0&ssl=true | a | -",
                "jdbc:postgresql:app?user=ann              | jdbc:postgresql://localhost/app         | ann | -",
                "jdbc:postgresql:/?user=ann                | jdbc:postgresql://localhost/            | ann | -",
                "jdbc:postgresql://ann:pw@db/app           | jdbc:postgresql://db/app                | ann | pw",
                "postgresql://a@db/app?flag                | jdbc:postgresql://db/app?flag=          | a   | -",
                "postgresql://a@db/app?options=-c%20geqo%3Doff | jdbc:postgresql://db/app?options=-c+geqo%3Doff | a | -",
            })
    void understands(String url, String jdbcUrl, String user, String password) {
        assertThat(DatabaseUrl.parse("DATABASE_URL", url))
                .isEqualTo(new DatabaseUrl(jdbcUrl, new Login(user, password)));
    }

    @ParameterizedTest
    @CsvSource({
        "connect_timeout=5, connectTimeout=5",
        "application_name=x, ApplicationName=x",
        "channel_binding=require, channelBinding=require",
        "gssencmode=disable, gssEncMode=disable",
        "sslnegotiation=direct, sslNegotiation=direct",
        "target_session_attrs=read-write, targetServerType=primary",
        "target_session_attrs=prefer-standby, targetServerType=preferSecondary",
        "target_session_attrs=any, targetServerType=any",
    })
    void translatesParametersThatTheDriverNamesDifferently(String parameter, String translated) {
        assertThat(DatabaseUrl.parse("DATABASE_URL", "postgresql://a@db/app?" + parameter)
                        .jdbcUrl())
                .isEqualTo("jdbc:postgresql://db/app?" + translated);
    }

    @Test
    void takesTheSystemsUserWhereNoneIsNamed() {
        assertThat(DatabaseUrl.parse("DATABASE_URL", " postgresql://db/app\n").login())
                .isEqualTo(new Login(ME, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mysql://ann:s3cret@db/app                   | must begin with postgresql://, postgres:// or jdbc:postgresql://.",
                "s3cret                                      | must begin with postgresql://, postgres:// or jdbc:postgresql://.",
                "jdbc:mysql://db/app?password=s3cret         | must begin with postgresql://, postgres:// or jdbc:postgresql://.",
                "postgresql://ann:s3cret@db:0/app            | has a port that is not between 1 and 65535.",
                "postgresql://ann:s3cret@db:65536/app        | has a port that is not between 1 and 65535.",
                "postgresql://ann:s3cret@db:123456/app       | has a host or port that cannot be read",
                "postgresql://ann:s3cret@db:port/app         | has a host or port that cannot be read",
                "postgresql://ann:s3cret@::1/app             | has a host or port that cannot be read",
                "postgresql://ann:s3cret#1@d b/app           | has a host or port that cannot be read",
                "postgresql://ann:s3cret/x@db/app            | is not an address of the form postgresql://user:password@host:port/database.",
                "postgresql://ann:s3cret@db/app/x            | is not an address of the form postgresql://user:password@host:port/database.",
                "postgresql://ann:s3cret%zz@db/app           | has a percent sign",
                "postgresql://ann:s3cret%@db/app             | has a percent sign",
                "postgresql://ann:s3cret@%2Fvar%2Frun/app    | names a Unix socket; only TCP is supported.",
                "postgresql://ann:s3cret@db/app?sslmode=requre | has an sslmode that is none of disable, allow, prefer, require, verify-ca, verify-full.",
                "postgresql://ann:s3cret@db/app?sslmode      | has an sslmode that is none of disable,",
                "jdbc:postgresql://db/app?password=s3cret&sslmode=s3cret | has an sslmode that is none of disable,",
                "postgresql://ann:s3cret@/app?host=db        | must name host, port and database before the question mark, not as parameters.",
            })
    void refusesInOneSentenceWithoutThePassword(String url, String reason) {
        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> DatabaseUrl.parse("DATABASE_URL", url))
                .withMessageStartingWith("DATABASE_URL " + reason)
                .withMessageEndingWith(".")
                .withMessageNotContaining("s3cret")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://ann:s3cret@db/app", "jdbc:postgresql://db/app?user=ann&password=s3cret"})
    void showsNoPassword(String url) {
        assertThat(DatabaseUrl.parse("DATABASE_URL", url).toString())
                .contains("ann")
                .doesNotContain("s3cret");
    }
}
