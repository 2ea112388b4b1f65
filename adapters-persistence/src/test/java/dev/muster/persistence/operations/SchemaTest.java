package dev.muster.persistence.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.persistence.shared.Stores;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every table, whoever adds one. */
final class SchemaTest {

    @Test
    void everyTableAndColumnHasAComment() throws SQLException {
        assertThat(query("""
                select c.relname || coalesce('.' || a.attname, '')
                from pg_class c
                left join pg_attribute a on a.attrelid = c.oid and a.attnum >= 0 and not a.attisdropped
                where c.relnamespace = 'muster'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
                  and c.relname <> 'flyway_schema_history' and not c.relispartition
                  and (obj_description(c.oid, 'pg_class') is null or col_description(c.oid, a.attnum) is null)
                """)).isEmpty();
        assertThat(query("select relname from pg_class where relnamespace = 'muster'::regnamespace and relkind = 'r'"))
                .hasSizeGreaterThan(9);
    }

    @Test
    void everyIndexSaysWhichQueryItServes() throws SQLException {
        assertThat(query("""
                select c.relname from pg_class c
                where c.relnamespace = 'muster'::regnamespace and c.relkind in ('i', 'I') and not c.relispartition
                  and c.relname not like 'flyway_schema_history%' and obj_description(c.oid, 'pg_class') is null
                """)).isEmpty();
    }

    @Test
    void everyForeignKeyHasAnIndex() throws SQLException {
        String foreignKeys = "select conname from pg_constraint k"
                + " where k.contype = 'f' and k.connamespace = 'muster'::regnamespace";
        assertThat(query(foreignKeys + """
                  and not exists (
                    select from pg_index i
                    where i.indrelid = k.conrelid
                      and (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(k.conkey)] @> k.conkey
                      and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) like '%IS NOT NULL%'))
                """)).isEmpty();
        assertThat(query(foreignKeys)).hasSizeGreaterThan(7);
    }

    @Test
    void everyConstraintIsNamedByHand() throws SQLException {
        assertThat(query("""
                select conname from pg_constraint k
                where k.connamespace = 'muster'::regnamespace and k.contype in ('c', 'f', 'p', 'u')
                  and k.conrelid <> 'muster.flyway_schema_history'::regclass
                  and k.conparentid = 0 and k.conname !~ '^(pk_|(ck|fk|ux)_[a-z_]+__)'
                """)).isEmpty();
    }

    @Test
    void everyTableKnowsWhenItsRowsCameAndChanged() throws SQLException {
        assertThat(query("""
                select c.relname from pg_class c
                where c.relnamespace = 'muster'::regnamespace and c.relkind = 'r'
                  and c.relname <> 'flyway_schema_history'
                  and (not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'created_at')
                    or (has_table_privilege('muster_app', c.oid, 'update')
                      and not exists (select from pg_trigger t
                        where t.tgrelid = c.oid and t.tgname = c.relname || '_set_updated_at')))
                """)).isEmpty();
    }

    @Test
    void everyTableOfWhatAUserOwnsForcesRowLevelSecurity() throws SQLException {
        assertThat(query("select c.relname from pg_class c where c.relnamespace = 'muster'::regnamespace"
                        + " and c.relname in ('tasks', 'task_labels', 'task_dependencies')"
                        + " and c.relrowsecurity and c.relforcerowsecurity"))
                .containsExactlyInAnyOrder("tasks", "task_labels", "task_dependencies");
    }

    /** Its owner searches it, in the name of whoever acts; others see what is theirs. */
    @Test
    void textsOfTasksHaveRowLevelSecurityThatIsNotForced() throws SQLException {
        assertThat(query("select relrowsecurity || ' ' || relforcerowsecurity from pg_class"
                        + " where oid = 'muster.task_texts'::regclass"))
                .containsExactly("true false");
    }

    @Test
    void changeThatLeavesTheTimeAloneIsTimedByTheTrigger() throws SQLException {
        List<String> stored = query("""
                with stored as (
                    insert into muster.users (id, email, username, name, password_hash, created_at, updated_at)
                    values ('00000000-0000-7000-8000-0000000000aa', 'aa@example.org', 'trigger.aa', 'A', 'x',
                        '2020-01-01Z', '2020-01-01Z'))
                select 'inserted'
                """);
        assertThat(stored).containsExactly("inserted");
        String one = " where id = '00000000-0000-7000-8000-0000000000aa' returning extract(year from updated_at)::text";

        assertThat(query("update muster.users set name = 'B', version = version + 1" + one))
                .containsExactly("2020");
        assertThat(query("update muster.users set name = 'C', updated_at = '2021-01-01Z'" + one))
                .containsExactly("2021");
        assertThat(query("update muster.users set name = 'D'" + one)).doesNotContain("2020", "2021");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from muster.consents",
                "update muster.consents set granted = true",
                "truncate muster.consents",
                "delete from muster.users",
                "delete from muster.tasks",
                "delete from muster.documents",
                "update muster.document_versions set note = 'x'",
                "delete from muster.document_versions",
                "truncate muster.document_versions",
                "update muster.task_labels set label = 'x'",
                "update muster.task_dependencies set created_at = now()",
                "insert into muster.task_texts select * from muster.task_texts",
                "update muster.task_texts set title = 'x'",
                "delete from muster.task_texts",
                "update muster.role_permissions set permission = 'audit:read'",
                "refresh materialized view muster.v_active_users_summary",
                "refresh materialized view muster.v_all_tasks_summary",
                "alter policy counted_by_owner on muster.tasks to muster_app",
                "select muster.soft_delete_user(gen_random_uuid())",
                "update muster.user_roles set role = 'admin'",
                "update muster.signing_keys set not_before = now()",
                "update muster.audit_log set action = 'x'",
                "delete from muster.audit_log",
                "truncate muster.audit_log",
                "update muster.audit_log_default set action = 'x'",
                "delete from muster.audit_log_default",
                "truncate muster.audit_log_default",
                "alter table muster.audit_log disable trigger all",
                "select muster.drop_audit_partitions('2001-01-01Z')",
                "select muster.create_audit_partition('2001-01-01Z')",
                "delete from muster.email_verification_tokens",
                "delete from muster.password_reset_tokens",
                "truncate muster.outbox",
                "delete from muster.flyway_schema_history",
                "create table muster.mine (id int)",
                "alter table muster.tasks disable row level security",
                "drop policy owner_only on muster.tasks",
                "drop table muster.tasks",
                "create role other",
            })
    void applicationMayNot(String statement) throws SQLException {
        try (Connection connection = Stores.shared().database().connect();
                Statement application = connection.createStatement()) {
            application.execute("set role muster_app");

            assertThatThrownBy(() -> application.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    private static List<String> query(String sql) throws SQLException {
        try (Connection connection = Stores.shared().database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
