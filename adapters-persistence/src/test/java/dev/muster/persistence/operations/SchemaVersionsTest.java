package dev.muster.persistence.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.testkit.database.TestDatabase;
import dev.muster.testkit.shared.Race;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
final class SchemaVersionsTest {

    private static final List<String> KNOWN =
            SchemaHistory.SCRIPTS.stream().map(SchemaHistory::version).toList();

    private final TestDatabase database = TestDatabase.create();
    private final Migrations migrations = new Migrations(database.jdbcUrl(), database.user(), database.password());
    private final SchemaVersions versions =
            new SchemaVersions(database.jdbcUrl(), database.user(), database.password());

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void everythingIsStillToComeInAnEmptyDatabase() throws SQLException {
        assertThat(versions.status())
                .hasSize(KNOWN.size())
                .startsWith(new SchemaVersions.Version("001", "accounts", null))
                .allMatch(version -> version.appliedAt() == null);
        assertThatCode(versions::verify).doesNotThrowAnyException();
        assertThat(versions.rollback("0")).isEmpty();
    }

    @Test
    void statusTellsWhatIsThereAndWhatIsToCome() {
        migrations.run();
        versions.rollback("001");

        List<SchemaVersions.Version> status = versions.status();

        assertThat(status).extracting(SchemaVersions.Version::number).containsExactlyElementsOf(KNOWN);
        assertThat(status.getFirst().appliedAt())
                .isBetween(
                        Instant.now().minus(Duration.ofMinutes(5)),
                        Instant.now().plusSeconds(5));
        assertThat(status.subList(1, status.size())).allMatch(version -> version.appliedAt() == null);
    }

    @Test
    void versionThatOnlyALaterMusterKnowsIsToldAndRefused() throws SQLException {
        migrations.run();
        addLaterVersion();

        assertThat(versions.status()).extracting(SchemaVersions.Version::number).endsWith("999");
        assertFails(versions::verify, "start a newer Muster");
        assertFails(() -> versions.rollback("0"), "start a newer Muster");
    }

    @Test
    void historyThatIsNotOursIsRefused() throws SQLException {
        migrations.run();
        versions.verify();
        database.execute("update muster.flyway_schema_history set checksum = 1 where version = '001'");

        assertFails(versions::verify, "not those of this Muster");
        assertFails(() -> versions.rollback("0"), "not those of this Muster");
    }

    @Test
    void rollbackGoesBackStepByStepAndCanBeRepeated() {
        migrations.run();

        assertThat(versions.rollback("1"))
                .containsExactlyElementsOf(KNOWN.subList(1, KNOWN.size()).reversed());
        assertThat(versions.rollback("001")).isEmpty();
        assertThat(versions.rollback("000")).containsExactly("001");
        assertThat(migrations.run()).isEqualTo(new Migrations.Outcome(null, KNOWN.getLast()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"777", "", "newest", "-1", "002'; drop table x"})
    void targetThatTheDatabaseHasNotHadIsRefused(String target) {
        migrations.run();

        assertFails(() -> versions.rollback(target), "can go back to 0, 001, 002, 003");
        assertThat(versions.status()).allMatch(version -> version.appliedAt() != null);
    }

    @Test
    void versionThatIsStillToComeIsNoTarget() {
        migrations.run();
        versions.rollback("1");

        assertFails(() -> versions.rollback("2"), "can go back to 0, 001, and nowhere else");
    }

    @Test
    void stepThatFailsIsUndoneAsAWhole() throws SQLException {
        migrations.run();
        database.execute("create view public.mine as select id from muster.tasks");

        assertFails(() -> versions.rollback("0"), "failed and was undone");

        assertThat(versions.status())
                .filteredOn(version -> version.appliedAt() != null)
                .extracting(SchemaVersions.Version::number)
                .containsExactly("001", "002");
        versions.verify();
    }

    @Test
    void manyThatRollBackDoItOnce() {
        migrations.run();

        List<List<String>> undone = Race.values(Race.of(4, node -> versions.rollback("0")));

        assertThat(undone).filteredOn(steps -> !steps.isEmpty()).containsExactly(KNOWN.reversed());
    }

    @Test
    void rollbackWaitsForWhoMigrates() throws SQLException {
        migrations.run();
        try (Connection other = database.connect();
                var statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + 0x6d7573746572L + ")");
            Thread.currentThread().interrupt();

            assertFails(() -> versions.rollback("0"), "Another program");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void serverThatIsNotThereIsTold() {
        var nowhere = new SchemaVersions("jdbc:postgresql://localhost:1/muster", "ann", null);

        assertFails(nowhere::status, "can't be reached");
        assertFails(nowhere::verify, "can't be reached");
        assertFails(() -> nowhere.rollback("0"), "can't be reached");
    }

    @Test
    void everyMigrationHasItsWayBack() throws IOException {
        URI folder = URI.create(Objects.requireNonNull(SchemaVersionsTest.class.getResource("/db/rollback"))
                .toString());
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(SchemaHistory.SCRIPTS.stream()
                            .map(script -> "U" + script.substring(1))
                            .toList());
        }
    }

    private void addLaterVersion() throws SQLException {
        database.execute("insert into muster.flyway_schema_history (installed_rank, version, description, type, script,"
                + " checksum, installed_by, execution_time, success)"
                + " values (99, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', 1, true)");
    }

    private static void assertFails(ThrowingCallable call, String part) {
        assertThatThrownBy(call)
                .isInstanceOf(MigrationFailure.class)
                .hasMessageContaining(part)
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("\n"));
    }
}
