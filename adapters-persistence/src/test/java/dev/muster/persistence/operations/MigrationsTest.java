package dev.muster.persistence.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.testkit.database.TestDatabase;
import dev.muster.testkit.shared.Race;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MigrationsTest {

    private static final String NEWEST =
            Objects.requireNonNull(SchemaHistory.known().version());

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void emptyDatabaseGetsTheNewestSchema() {
        Migrations.Outcome outcome = migrations().run();

        assertThat(outcome).isEqualTo(new Migrations.Outcome(null, NEWEST));
        assertThat(outcome.changed()).isTrue();
    }

    @Test
    void schemaThatIsUpToDateIsLeftAlone() {
        migrations().run();
        Migrations.Outcome again = migrations().run();

        assertThat(again).isEqualTo(new Migrations.Outcome(NEWEST, NEWEST));
        assertThat(again.changed()).isFalse();
    }

    @Test
    void manyNodesMigrateOnce() {
        List<Migrations.Outcome> outcomes =
                Race.values(Race.of(6, node -> migrations().run()));

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.to()).isEqualTo(NEWEST));
        assertThat(outcomes).filteredOn(Migrations.Outcome::changed).hasSize(1);
    }

    @Test
    void databasesOfOneServerMigrateAtTheSameTime() {
        List<TestDatabase> others =
                Stream.generate(TestDatabase::create).limit(4).toList();
        try {
            List<Migrations.Outcome> outcomes =
                    Race.values(Race.of(4, node -> migrations(others.get(node)).run()));

            assertThat(outcomes).allMatch(Migrations.Outcome::changed);
        } finally {
            others.forEach(TestDatabase::close);
        }
    }

    @Test
    void scriptsThatAreKnownAreThoseOfTheFolder() throws IOException {
        URI folder = URI.create(Objects.requireNonNull(MigrationsTest.class.getResource("/db/migration"))
                .toString());
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(SchemaHistory.SCRIPTS);
        }
    }

    @Test
    void scriptsAreRememberedAsFlywayRemembersThem() throws SQLException {
        migrations().run();
        try (Connection connection = database.connect()) {
            assertThat(SchemaHistory.of(connection)).isEqualTo(SchemaHistory.known());
        }
    }

    @Test
    void newerSchemaIsRefused() throws SQLException {
        migrations().run();
        database.execute("insert into muster.flyway_schema_history (installed_rank, version, description, type, script,"
                + " checksum, installed_by, execution_time, success)"
                + " values (99, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', 1, true)");

        assertFailure(migrations()).hasMessageContaining("999").hasMessageContaining("start a newer Muster");
    }

    @Test
    void otherHistoryIsRefused() throws SQLException {
        migrations().run();
        database.execute("update muster.flyway_schema_history set checksum = 1 where version = '001'");

        assertFailure(migrations()).hasMessageContaining("not those of this Muster");
    }

    @Test
    void migrationThatFailsIsUndone() throws SQLException {
        database.execute("create schema muster; create table muster.sessions (id int)");

        assertFailure(migrations()).hasMessageContaining("can't be migrated");
    }

    @Test
    void serverThatIsNotThereIsTold() {
        var migrations = new Migrations("jdbc:postgresql://localhost:1/muster?password=secret", "ann", null);

        assertFailure(migrations).hasMessage("The database at postgresql://localhost:1/muster can't be reached.");
    }

    @Test
    void databaseThatIsNotThereIsTold() {
        String url = database.jdbcUrl().replaceFirst("/[^/?]+(\\?.*)?$", "/muster_nowhere$1");

        assertFailure(new Migrations(url, database.user(), database.password()))
                .hasMessageContaining("There is no database at");
    }

    @Test
    void roleIsRequiredOfAServerThatIsThere() {
        assertThatThrownBy(() ->
                        new Migrations("jdbc:postgresql://localhost:1/muster", "ann", null).requireApplicationRole())
                .isInstanceOf(MigrationFailure.class)
                .hasMessageContaining("can't be reached");
    }

    @Test
    void whoeverIsInterruptedWhileAnotherMigratesGivesUp() throws SQLException {
        try (Connection other = database.connect();
                var statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + 0x6d7573746572L + ")");
            Thread.currentThread().interrupt();

            assertFailure(migrations()).hasMessageContaining("Another program");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    static AbstractThrowableAssert<?, ?> assertFailure(Migrations migrations) {
        return assertThatThrownBy(migrations::run)
                .isInstanceOf(MigrationFailure.class)
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("\n"));
    }

    private Migrations migrations() {
        return migrations(database);
    }

    static Migrations migrations(TestDatabase database) {
        return new Migrations(database.jdbcUrl(), database.user(), database.password());
    }
}
