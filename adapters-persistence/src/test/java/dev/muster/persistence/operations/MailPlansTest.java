package dev.muster.persistence.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.persistence.shared.Stores;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The indexes on letters and mailed tokens serve what their comments say: by the plan that is kept for any parameters. */
final class MailPlansTest {

    private static Stores stores;

    @BeforeAll
    static void fill() throws SQLException {
        stores = Stores.start(1, Duration.ofSeconds(10));
        stores.database().execute("""
                insert into muster.users (id, email, username, name, password_hash)
                select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n || '@example.org', 'user' || n, 'x', 'x'
                from generate_series(1, 2000) n;
                insert into muster.outbox (id, kind, email, user_id, due_at, delivered_at)
                select gen_random_uuid(), 'verify_email', u.email, u.id, case when n = 1 then now() end,
                    case when n > 2 then now() - n * interval '1 day' end
                from muster.users u, generate_series(1, 10) n;
                insert into muster.email_verification_tokens (id, user_id, purpose, email, token_hash, expires_at, used_at)
                select gen_random_uuid(), u.id, 'verify_email', u.email, sha256((u.id::text || n)::bytea),
                    now() + interval '1 day', case when n > 1 then now() end
                from muster.users u, generate_series(1, 10) n;
                insert into muster.password_reset_tokens (id, user_id, email, token_hash, expires_at, used_at)
                select id, user_id, email, token_hash, expires_at, used_at from muster.email_verification_tokens;
                analyze muster.outbox, muster.email_verification_tokens, muster.password_reset_tokens;
                """);
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            outbox | due_at <= $1::timestamptz order by due_at, id limit $2::int for no key update skip locked | ix_outbox__due_at_id__pending
            outbox | id = $1::uuid and delivered_at is null and $2::text is null | pk_outbox
            outbox | kind not in ('x', 'y') and $1::text is null order by id desc limit $2::int | pk_outbox
            outbox | lower(email) = $1::text and kind not in ('x', 'y') order by id desc limit $2::int | ix_outbox__email_id
            outbox | due_at is null and delivered_at is null and $1::text is null order by id desc limit $2::int | ix_outbox__id__dead
            outbox | due_at is null and delivered_at is null and created_at < $1::timestamptz and $2::text is null | ix_outbox__id__dead
            outbox | delivered_at < $1::timestamptz and $2::text is null | ix_outbox__delivered_at
            outbox | user_id = $1::uuid and $2::text is null | ix_outbox__user_id
            email_verification_tokens | token_hash = $1::bytea and purpose = 'verify_email' and used_at is null and replaced_at is null and expires_at > $2::timestamptz | ux_email_verification_tokens__token_hash
            email_verification_tokens | user_id = $1::uuid and purpose = 'verify_email' and used_at is null and replaced_at is null and expires_at > $2::timestamptz | ux_email_verification_tokens__user_id_purpose__live
            email_verification_tokens | user_id = $1::uuid and $2::text is null | ix_email_verification_tokens__user_id
            password_reset_tokens | token_hash = $1::bytea and used_at is null and replaced_at is null and expires_at > $2::timestamptz | ux_password_reset_tokens__token_hash
            password_reset_tokens | user_id = $1::uuid and used_at is null and replaced_at is null and expires_at > $2::timestamptz | ux_password_reset_tokens__user_id__live
            password_reset_tokens | user_id = $1::uuid and $2::text is null | ix_password_reset_tokens__user_id
            """)
    void questionIsAnsweredByItsIndexInItsOrder(String table, String condition, String index) throws SQLException {
        List<String> plan = plan("select * from muster." + table + " where " + condition);

        assertThat(plan).anyMatch(line -> line.contains("on " + index) || line.contains("using " + index + " "));
        assertThat(plan).noneMatch(line -> line.contains("Sort") || line.contains("Seq Scan"));
    }

    private static List<String> plan(String sql) throws SQLException {
        try (Connection connection = stores.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set role muster_app; set plan_cache_mode = force_generic_plan");
            statement.execute("prepare question as " + sql);
            ResultSet rows = statement.executeQuery("explain execute question(null, null)");
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }
}
