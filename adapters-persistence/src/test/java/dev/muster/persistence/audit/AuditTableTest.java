package dev.muster.persistence.audit;

import static dev.muster.testkit.audit.AuditFixture.anEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.audit.AuditLog;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.user.UserStage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself makes sure of, whoever asks. */
final class AuditTableTest {

    private static final String REFUSED = "23001";
    private static final String NOT_ALLOWED = "42501";

    private static Stores stores;

    @BeforeAll
    static void start() {
        stores = Stores.start(4, Duration.ofSeconds(10));
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update %s set action = 'x'",
                "update %s set details = '{}'",
                "update %s set actor = null",
                "update %s set actor = actor",
                "update %s set actor = subject",
                "update %s set at = at + interval '1 year'",
                "delete from %s",
                "truncate %s",
            })
    void ownerChangesNoEntry(String statement) throws SQLException {
        recorded(Instant.now());
        String partition = "muster.audit_log_"
                + query("select to_char(now() at time zone 'UTC', 'YYYY_MM')").getFirst();
        List<String> before = query("select to_jsonb(l)::text from muster.audit_log l order by id");

        for (String table : List.of("muster.audit_log", partition)) {
            assertRefused(statement.formatted(table), REFUSED);
        }
        assertThat(query("select to_jsonb(l)::text from muster.audit_log l order by id"))
                .isEqualTo(before);
    }

    @Test
    void ownerTakesNoOneOutByHandNorWithTheirTable() throws SQLException {
        AuditEvent event = recorded(Instant.now());

        assertRefused("update muster.audit_log set subject = null where id = '" + event.id() + "'", REFUSED);
        assertRefused("truncate muster.users cascade", REFUSED);
        assertThat(query("select actor from muster.audit_log where id = '" + event.id() + "'"))
                .doesNotContainNull();
    }

    @Test
    void removalOfAPersonChangesNothingElseOnTheWay() throws SQLException {
        AuditEvent event = recorded(Instant.now());
        UserId person = event.actor();

        assertRefused(
                "delete from muster.users where id = '" + person + "';"
                        + " update muster.audit_log set action = 'x' where id = '" + event.id() + "'",
                REFUSED);
        assertThat(query("select actor from muster.audit_log where id = '" + event.id() + "'"))
                .containsExactly(String.valueOf(person));
    }

    @Test
    void personWhoIsRemovedInTheTransactionThatRecordsThemIsTakenOut() throws SQLException {
        UserId person = storedUser();
        UUID id = anEntry().build().id();
        stores.database().execute("""
                insert into muster.audit_log (id, at, action, actor, subject, details, ip, user_agent, request_id)
                values ('%1$s', now(), 'user_erased', '%2$s', '%2$s', '{"a": "b"}', '::1', 'x', 'y');
                delete from muster.users where id = '%2$s'
                """.formatted(id, person));

        assertThat(query("select concat_ws(' ', action, actor, subject, details, ip, user_agent, request_id)"
                        + " from muster.audit_log where id = '" + id + "'"))
                .containsExactly("user_erased {}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001-02-03T04:05:06Z", "2026-11-30T23:59:59Z", "2031-01-01T00:00:00Z"})
    void applicationAddsAndReadsAndDoesNothingElseToWhateverPartition(String time) throws SQLException {
        AuditEvent event = recorded(Instant.parse(time));
        String one = " where id = '" + event.id() + "'";
        String partition = query("select tableoid::regclass::text from muster.audit_log" + one)
                .getFirst();

        assertThat(asApplication("select id from muster.audit_log" + one))
                .containsExactly(event.id().toString());
        for (String table : List.of("muster.audit_log", partition)) {
            for (String statement : List.of("update %s set action = 'x'", "delete from %s", "truncate %s")) {
                assertThatThrownBy(() -> asApplication(statement.formatted(table)))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo(NOT_ALLOWED));
            }
        }
    }

    @Test
    void partitionsThatAreMadeLaterAreGuardedAlike() throws SQLException {
        recorded(Instant.parse("2012-03-04T05:06:07Z"));
        assertThat(asApplication("select muster.create_audit_partitions(12)")).containsExactly("1");
        assertThat(asApplication("select muster.create_audit_partitions(12)")).containsExactly("0");

        assertThat(query("select count(*) from muster.audit_log_2012_03")).containsExactly("1");
        for (String statement : List.of("update %s set action = 'x'", "delete from %s", "truncate %s")) {
            assertRefused(statement.formatted("muster.audit_log_2012_03"), REFUSED);
        }
        assertThatThrownBy(() -> asApplication("delete from muster.audit_log_2012_03"))
                .hasMessageContaining("permission denied");
        recorded(Instant.parse("2011-03-04T05:06:07Z"));
        assertRefused("delete from muster.audit_log_default", REFUSED);
    }

    @Test
    void thisMonthAndTheNextTwelveHaveTheirPartition() throws SQLException {
        List<String> wanted = query("select 'audit_log_' || to_char(date_trunc('month', now() at time zone 'UTC')"
                + " + n * interval '1 month', 'YYYY_MM') from generate_series(0, 12) n");

        assertThat(wanted).hasSize(13);
        assertThat(partitions()).contains("audit_log_default").containsAll(wanted);
    }

    @Test
    void monthsBeginInUtcWhateverTheZoneOfWhoMakesThem() throws SQLException {
        recorded(Instant.parse("2013-03-31T23:30:00Z"));
        stores.database().execute("set timezone = 'Asia/Tokyo'; select muster.create_audit_partitions(0)");

        assertThat(query("select count(*) from muster.audit_log_2013_03")).containsExactly("1");
        assertThat(partitions()).doesNotContain("audit_log_2013_04");
    }

    @Test
    void partitionsAreDroppedWhenTheirTimeIsOver() throws SQLException {
        AuditEvent kept = recorded(Instant.parse("2015-02-01T00:00:00Z"));
        recorded(Instant.parse("2015-01-31T23:59:59.999999Z"));
        recorded(Instant.parse("2014-12-24T18:00:00Z"));

        assertThat(query("select muster.drop_audit_partitions('2015-02-15Z')"))
                .contains("audit_log_2014_12", "audit_log_2015_01")
                .allMatch(name -> name.compareTo("audit_log_2015_02") < 0);
        assertThat(query("select id from muster.audit_log where at < '2015-03-01Z'"))
                .containsExactly(kept.id().toString());
        assertThat(query("select muster.drop_audit_partitions('2015-02-15Z')")).isEmpty();
    }

    @Test
    void partitionsOfTheLastSevenYearsAreNotDropped() {
        assertRefused("select muster.drop_audit_partitions(now() - interval '7 years' + interval '1 minute')", "22023");
        assertRefused("select muster.drop_audit_partitions(null)", "22023");
        assertThatCode(() -> query("select muster.drop_audit_partitions(now() - interval '7 years')"))
                .doesNotThrowAnyException();
    }

    @Test
    void whoIsErasedWhileTheyAreRecordedIsLeftOut() throws Exception {
        UserId person = storedUser();
        AuditEvent event = anEntry().actor(person).build();
        try (Connection eraser = stores.database().connect();
                Statement erasing = eraser.createStatement()) {
            eraser.setAutoCommit(false);
            erasing.execute("delete from muster.users where id = '" + person + "'");
            Thread recording = Thread.ofPlatform().start(() -> insert(event));
            awaitLockWait();
            eraser.commit();
            recording.join(20_000);
        }

        assertThat(query(
                        "select coalesce(actor::text, 'nobody') from muster.audit_log where id = '" + event.id() + "'"))
                .containsExactly("nobody");
    }

    private static void awaitLockWait() throws SQLException, InterruptedException {
        long giveUp = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        String waiting =
                "select count(*) from pg_locks l join pg_database d on d.oid = l.database or l.database is null"
                        + " where not granted and d.datname = current_database()";
        while (query(waiting).getFirst().equals("0")) {
            assertThat(System.nanoTime()).isLessThan(giveUp);
            Thread.sleep(10);
        }
    }

    private static List<String> partitions() throws SQLException {
        return query("select relname from pg_class where oid in"
                + " (select inhrelid from pg_inherits where inhparent = 'muster.audit_log'::regclass)");
    }

    private static AuditEvent recorded(Instant at) {
        UserId person = storedUser();
        AuditEvent event = anEntry().actor(person).subject(person).at(at).build();
        insert(event);
        return event;
    }

    private static void insert(AuditEvent event) {
        stores.unitOfWork().writeOne(Actor.SYSTEM, () -> {
            stores.bean(AuditLog.class).insert(event);
            return true;
        });
    }

    private static UserId storedUser() {
        return new People(stores.unitOfWork(), stores.users()).storedUser();
    }

    private record People(UnitOfWork unitOfWork, Users users) implements UserStage {}

    private static void assertRefused(String statement, String state) {
        assertThatThrownBy(() -> stores.database().execute(statement))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(state));
    }

    private static List<String> asApplication(String sql) throws SQLException {
        return query("set role muster_app", sql);
    }

    private static List<String> query(String... statements) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = stores.database().connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                if (statement.execute(sql)) {
                    ResultSet rows = statement.getResultSet();
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            }
        }
        return found;
    }
}
