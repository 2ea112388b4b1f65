package dev.muster.persistence.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Actor;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.UserFilter;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.UserPosition;
import dev.muster.domain.user.UserStatus;
import dev.muster.domain.user.Username;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Sql;
import dev.muster.persistence.shared.Stores;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of 100 000 accounts those who are looked for are found by the index that was made for it (requirements A17, E2). */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("plans of many rows")
final class UserDirectoryPlansTest {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final UserPosition SOMEWHERE = new UserPosition(
            BEGINNING.plus(Duration.ofDays(30)), new UserId(UUID.fromString("00000000-0000-7000-8000-000000000001")));
    private static final String BY_TIME = "ix_users__created_at_id__live";
    private static final String BY_STATUS = "ix_users__status_created_at_id";
    private static final String BY_PART = "ix_users__text__trigrams";
    private static final String BY_WORDS = "ix_users__words";

    private static Stores stores;

    @BeforeAll
    static void fill() throws SQLException {
        stores = Stores.start(1, Duration.ofSeconds(10));
        stores.database().execute("""
                insert into muster.users (id, email, username, name, password_hash, status, created_at, deleted_at)
                select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'user' || n || '@example.org', 'user' || n,
                    (array['Ann', 'Ben', 'Zoë', 'Maria', '李小龍', 'John', 'Olga', 'Igor'])[n % 8 + 1] || ' '
                        || (array['Ørsted', 'Smith', 'Müller', 'Жуков', 'Tanaka'])[n % 5 + 1] || ' ' || md5(n::text),
                    'x', case n % 50 when 0 then 'deleted' when 1 then 'suspended' when 2 then 'inactive' else 'active' end,
                    timestamptz '2026-01-01Z' + n * interval '1 minute', case n % 50 when 0 then now() end
                from generate_series(1, 100000) n;
                insert into muster.user_profiles (user_id) select id from muster.users;
                insert into muster.user_roles (user_id, role) select id, 'user' from muster.users;
                insert into muster.user_roles (user_id, role) select id, 'admin' from muster.users
                where right(id::text, 4) = '0007';
                """);
        stores.database().execute("vacuum analyze muster.users");
        stores.database().execute("analyze muster.user_profiles, muster.user_roles");
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    static Stream<Arguments> inTheOrderOfTime() {
        Instant month = BEGINNING.plus(Duration.ofDays(20));
        return Stream.of(
                Arguments.of(UserFilter.ALL, null, BY_TIME),
                Arguments.of(UserFilter.ALL, SOMEWHERE, BY_TIME),
                Arguments.of(made(BEGINNING, month), null, BY_TIME),
                Arguments.of(made(BEGINNING, null), SOMEWHERE, BY_TIME),
                Arguments.of(status(UserStatus.SUSPENDED), null, BY_STATUS),
                Arguments.of(status(UserStatus.INACTIVE), SOMEWHERE, BY_STATUS),
                Arguments.of(status(UserStatus.DELETED), null, BY_STATUS),
                Arguments.of(role(Role.USER), null, BY_TIME),
                Arguments.of(text("example.org"), null, BY_TIME),
                Arguments.of(text("Maria"), SOMEWHERE, BY_TIME),
                Arguments.of(text("ørsted zoë"), null, BY_TIME));
    }

    @ParameterizedTest
    @MethodSource
    void inTheOrderOfTime(UserFilter filter, @Nullable UserPosition after, String index) {
        List<String> plan = plan(JdbcUserDirectory.pageOf(UserSelection.of(filter, after)), filter, after);

        assertUses(plan, index);
        assertThat(plan).as(String.join("\n", plan)).noneMatch(line -> line.contains("Sort"));
    }

    static Stream<Arguments> byWhatFewHave() {
        return Stream.of(
                Arguments.of(email("USER5@example.org", null), "ux_users__email"),
                Arguments.of(email("user50@example.org", UserStatus.DELETED), "ix_users__email_deleted_at__deleted"),
                Arguments.of(username(null), "ux_users__username"),
                Arguments.of(username(UserStatus.DELETED), "ix_users__username_deleted_at__deleted"),
                Arguments.of(role(Role.ADMIN), "ix_user_roles__role"),
                Arguments.of(text("user77777"), BY_PART),
                Arguments.of(text("SER7777"), BY_PART),
                Arguments.of(text("r77777@Exam"), BY_PART),
                Arguments.of(text("77777 zoë"), BY_PART),
                Arguments.of(text("user77777 Ben Müller"), BY_WORDS),
                Arguments.of(
                        new UserFilter("user77777", null, null, UserStatus.ACTIVE, Role.USER, BEGINNING, null),
                        BY_PART));
    }

    @ParameterizedTest
    @MethodSource
    void byWhatFewHave(UserFilter filter, String index) {
        assertUses(plan(JdbcUserDirectory.pageOf(UserSelection.of(filter, null)), filter, null), index);
        assertUses(plan(JdbcUserDirectory.countOf(UserSelection.of(filter, null)), filter, null), index);
    }

    private static void assertUses(List<String> plan, String index) {
        assertThat(plan)
                .as(String.join("\n", plan))
                .anyMatch(line -> line.contains("on " + index + " ") || line.contains("using " + index + " "))
                .noneMatch(line -> line.contains("Seq Scan"));
    }

    /** The plan for these very parameters, as the application gets it. */
    private static List<String> plan(Sql sql, UserFilter filter, @Nullable UserPosition after) {
        String statement = sql.text().substring(sql.text().indexOf("; ") + 2);
        UserSelection selection = UserSelection.of(filter, after);
        CurrentUnit unit = stores.bean(CurrentUnit.class);
        return stores.unitOfWork()
                .read(
                        Actor.SYSTEM,
                        () -> unit.query(
                                Sql.plannedAnew("explain " + statement),
                                parameters -> {
                                    selection.bind(parameters);
                                    if (statement.endsWith("limit ?")) {
                                        parameters.number(21);
                                    }
                                },
                                Columns::text));
    }

    private static UserFilter text(String text) {
        return new UserFilter(text, null, null, null, null, null, null);
    }

    private static UserFilter email(String email, @Nullable UserStatus status) {
        return new UserFilter(null, new EmailAddress(email), null, status, null, null, null);
    }

    private static UserFilter username(@Nullable UserStatus status) {
        return new UserFilter(null, null, new Username("User50"), status, null, null, null);
    }

    private static UserFilter status(UserStatus status) {
        return new UserFilter(null, null, null, status, null, null, null);
    }

    private static UserFilter role(Role role) {
        return new UserFilter(null, null, null, null, role, null, null);
    }

    private static UserFilter made(@Nullable Instant after, @Nullable Instant before) {
        return new UserFilter(null, null, null, null, null, after, before);
    }
}
