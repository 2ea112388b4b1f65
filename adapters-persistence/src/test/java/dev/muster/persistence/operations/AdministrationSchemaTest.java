package dev.muster.persistence.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.muster.domain.shared.Invalid;
import dev.muster.domain.user.EmailAddress;
import dev.muster.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the functions and views of administration do, for whoever calls them (requirements A16, E3). */
final class AdministrationSchemaTest {

    private static final String ANN = "'00000000-0000-7000-8000-00000000000a'";
    private static final String BEN = "'00000000-0000-7000-8000-00000000000b'";

    private static final String PEOPLE = """
            delete from muster.users;
            insert into muster.users (id, email, username, name, password_hash, status)
            values (%1$s, 'ann@example.org', 'ann', 'Ann', 'x', 'suspended'), (%2$s, 'ben@example.org', 'ben', 'Ben', 'x', 'active');
            insert into muster.user_profiles (user_id, bio) select id, 'x' from muster.users;
            insert into muster.user_roles (user_id, role) select id, 'user' from muster.users;
            insert into muster.user_roles (user_id, role) values (%1$s, 'admin');
            insert into muster.sessions (id, user_id, device_fingerprint, created_at, last_used_at, expires_at)
            select id, id, sha256('x'), now() - interval '90 days', now(), now() + interval '1 day' from muster.users;
            insert into muster.refresh_tokens (id, session_id, family_id, token_hash, expires_at)
            select id, id, id, sha256(id::text::bytea), expires_at from muster.sessions;
            insert into muster.consents (id, user_id, policy, version, granted)
            select id, id, 'privacy', '1', true from muster.users;
            insert into muster.tasks (id, user_id, title) select id, id, 'x' from muster.users;
            insert into muster.tasks (id, user_id, title, parent_id) select gen_random_uuid(), id, 'part', id from muster.users;
            insert into muster.email_verification_tokens (id, user_id, purpose, email, token_hash, created_at, expires_at)
            select id, id, 'verify_email', email, sha256(id::text::bytea), now() - interval '90 days', now() + interval '1 day'
            from muster.users;
            insert into muster.password_reset_tokens (id, user_id, email, token_hash, created_at, expires_at)
            select id, user_id, email, token_hash, created_at, expires_at from muster.email_verification_tokens;
            """.formatted(ANN, BEN);

    private static TestDatabase database;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.create();
        new Migrations(database.jdbcUrl(), database.user(), database.password()).run();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void fill() throws SQLException {
        database.execute(PEOPLE);
    }

    @Test
    void accountDeletedByHandIsAsIfItsOwnerHadDoneIt() throws SQLException {
        assertThat(owner("select muster.soft_delete_user(" + ANN + ")")).containsExactly("t");

        assertThat(owner(
                        "select concat_ws(' ', status, deleted_from, deleted_at = now() or deleted_at < now(), version)"
                                + " from muster.users order by id"))
                .containsExactly("deleted suspended t 2", "active 1");
        assertThat(owner("select revoke_reason from muster.sessions where user_id = " + ANN
                        + " union all select revoke_reason from muster.refresh_tokens where session_id = " + ANN))
                .containsExactly("account_deleted", "account_deleted");
        assertThat(owner("select count(*) from muster.sessions where revoked_at is null"))
                .containsExactly("1");
        assertThat(owner("select muster.soft_delete_user(" + ANN + ")")).containsExactly("f");
        assertThat(owner("select muster.soft_delete_user(gen_random_uuid())")).containsExactly("f");
    }

    @Test
    void erasedAccountTakesAllWithItThatIsItsOwn() throws SQLException {
        owner("select muster.soft_delete_user(" + ANN + ")");

        assertThat(application("select muster.erase_user(" + BEN + ")")).containsExactly("f");
        assertThat(application("select muster.erase_user(" + ANN + ")")).containsExactly("t");
        for (String table : List.of(
                "user_profiles",
                "user_roles",
                "sessions",
                "consents",
                "tasks",
                "email_verification_tokens",
                "password_reset_tokens")) {
            assertThat(owner("select distinct user_id from muster." + table))
                    .as(table)
                    .hasSize(1);
        }
        assertThat(owner("select id from muster.users")).hasSize(1);
        assertThat(owner("select id from muster.refresh_tokens")).hasSize(1);
    }

    @Test
    void cleanUpTakesWhatEndedLongAgoAndNothingElse() throws SQLException {
        assertThat(application("select muster.clean_expired_tokens()")).containsExactly("0");
        owner("update muster.sessions set revoked_at = now() - interval '29 days', revoke_reason = 'logout'"
                + " where user_id = " + BEN + " returning id");
        owner("update muster.sessions set expires_at = now() - interval '31 days' where user_id = " + ANN
                + " returning id");
        owner("update muster.email_verification_tokens set expires_at = now() - interval '31 days' where user_id = "
                + ANN + " returning id");
        owner("update muster.password_reset_tokens set expires_at = now() - interval '29 days' where user_id = " + ANN
                + " returning id");

        assertThat(application("select muster.clean_expired_tokens()")).containsExactly("2");
        assertThat(application("select muster.clean_expired_tokens()")).containsExactly("0");
        assertThat(owner("select user_id = " + BEN + " from muster.sessions")).containsExactly("t");
        assertThat(owner("select id from muster.refresh_tokens")).hasSize(1);
        assertThat(owner("select id from muster.email_verification_tokens")).hasSize(1);
        assertThat(owner("select id from muster.password_reset_tokens")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.org",
                "a.b+c_d-e!#$%&'*/=?^`{|}~@a-b.example",
                "x@1.2",
                "ann",
                "ann@example",
                "@example.org",
                "ann@",
                "ann..b@example.org",
                ".ann@example.org",
                "ann.@example.org",
                "ann@-example.org",
                "ann@example-.org",
                "ann@example..org",
                "ann b@example.org",
                "ann@exam_ple.org",
                "zoë@example.org",
                "ann@example.org\nx",
                "\"ann\"@example.org",
                "ann@[127.0.0.1]",
                "0123456789012345678901234567890123456789012345678901234567890123@example.org",
                "01234567890123456789012345678901234567890123456789012345678901234@example.org",
            })
    void addressIsValidForTheDatabaseWhenItIsForTheApplication(String email) throws SQLException {
        boolean valid = isValid(email);

        assertThat(owner("select muster.is_valid_email('" + email.replace("'", "''") + "')"))
                .containsExactly(valid ? "t" : "f");
    }

    @Test
    void noAddressIsNoValidOne() throws SQLException {
        assertThat(owner("select muster.is_valid_email(null)")).containsExactly("f");
        assertThat(owner("select muster.is_valid_email('a@' || repeat('a.', 126) || 'a')"))
                .containsExactly("f");
    }

    @Test
    void completeViewHasEverythingOfAnAccountButTheHash() throws SQLException {
        assertThat(owner("""
                select attname from pg_attribute
                where attrelid in ('muster.users'::regclass, 'muster.user_profiles'::regclass) and attnum > 0
                    and not attisdropped
                except
                select attname from pg_attribute where attrelid = 'muster.v_users_complete'::regclass
                """)).containsExactlyInAnyOrder("password_hash", "user_id");
        assertThat(application("select array_to_string(roles, ' ') from muster.v_users_complete order by id"))
                .containsExactly("admin user", "user");
    }

    @Test
    void extensionThatWasThereBeforeStaysWhereItIs() throws SQLException {
        try (TestDatabase other = TestDatabase.create()) {
            other.execute("create extension pg_trgm with schema public");
            new Migrations(other.jdbcUrl(), other.user(), other.password()).run();
            new SchemaVersions(other.jdbcUrl(), other.user(), other.password()).rollback("006");

            assertThatCode(() -> other.execute("select public.similarity('a', 'a')"))
                    .doesNotThrowAnyException();
        }
    }

    private static boolean isValid(String email) {
        try {
            return new EmailAddress(email).value().equals(email);
        } catch (Invalid refused) {
            return false;
        }
    }

    private static List<String> owner(String sql) throws SQLException {
        return query("reset role", sql);
    }

    private static List<String> application(String sql) throws SQLException {
        return query("set role muster_app", sql);
    }

    private static List<String> query(String role, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(role);
            ResultSet rows = statement.executeQuery(sql);
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
