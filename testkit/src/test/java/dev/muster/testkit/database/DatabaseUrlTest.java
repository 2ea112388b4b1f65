package dev.muster.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://ann:pw@db.example:5433/work, db.example:5433, work, ann, pw, ''",
        "postgres://ann:pw@db.example/work, db.example, work, ann, pw, ''",
        "postgresql://ann@db.example/work, db.example, work, ann, '', ''",
        "postgresql://db.example/work, db.example, work, '', '', ''",
        "postgresql://ann:p%40+w%3A@[::1]:5432/work?sslmode=require, [::1]:5432, work, ann, p@+w:, sslmode=require",
        "jdbc:postgresql://h:1/d?user=ann&password=p%26w&a=b&c=d, h:1, d, ann, p&w, a=b&c=d",
    })
    void partsAreRead(String url, String server, String database, String user, String password, String options) {
        assertThat(DatabaseUrl.parse(url)).isEqualTo(new DatabaseUrl(server, database, user, password, options));
    }

    @Test
    void driverIsToldAllButTheLogin() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://ann:pw@h:1/work?sslmode=require");

        assertThat(url.withDatabase("other").jdbc()).isEqualTo("jdbc:postgresql://h:1/other?sslmode=require");
        assertThat(url.toString()).doesNotContain("ann", "pw");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "work",
                "mysql://ann:s3cret@h/d",
                "postgresql://ann:s3cret@h",
                "postgresql:///d",
                "jdbc:h2:mem"
            })
    void anythingElseIsRefusedWithoutTellingThePassword(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseUrl.parse(url))
                .withMessageNotContaining("s3cret");
    }
}
