package dev.muster.persistence.operations;

import dev.muster.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** Every object of the schema muster with all that defines it, as the server's own catalogue tells. */
final class SchemaSnapshot {

    private static final String OBJECTS = """
            with relations as (
                select c.* from pg_class c
                where c.relnamespace = 'muster'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f'))
            select 'relation ' || relname, concat_ws(' ', relkind, relpersistence, reloptions::text, relrowsecurity,
                relforcerowsecurity, relowner::regrole, pg_get_partkeydef(oid), pg_get_expr(relpartbound, oid))
            from relations
            union all
            select 'column ' || c.relname || '.' || a.attname, concat_ws(' ',
                row_number() over (partition by c.oid order by a.attnum), format_type(a.atttypid, a.atttypmod),
                a.attnotnull, a.attcollation::regcollation, a.attidentity, a.attgenerated, a.attstorage, a.attacl::text,
                pg_get_expr(d.adbin, d.adrelid))
            from relations c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            union all
            select 'constraint ' || conrelid::regclass || ' ' || conname,
                concat_ws(' ', pg_get_constraintdef(oid), convalidated)
            from pg_constraint where connamespace = 'muster'::regnamespace
            union all
            select 'index ' || i.indexrelid::regclass, concat_ws(' ', pg_get_indexdef(i.indexrelid), i.indisvalid)
            from pg_index i join relations c on c.oid = i.indrelid
            union all
            select 'function ' || oid::regprocedure, concat_ws(' ', pg_get_functiondef(oid), proowner::regrole)
            from pg_proc where pronamespace = 'muster'::regnamespace
            union all
            select 'trigger ' || c.relname || ' ' || t.tgname, concat_ws(' ', pg_get_triggerdef(t.oid), t.tgenabled)
            from pg_trigger t join relations c on c.oid = t.tgrelid where not t.tgisinternal
            union all
            select 'policy ' || c.relname || ' ' || p.polname, concat_ws(' ', p.polcmd, p.polpermissive,
                p.polroles::regrole[]::text, pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid))
            from pg_policy p join relations c on c.oid = p.polrelid
            union all
            select 'type ' || oid::regtype, typtype::text
            from pg_type where typnamespace = 'muster'::regnamespace and typtype in ('e', 'd', 'r')
            union all
            select 'grant on ' || granted.name || ' to ' || granted.grantee::regrole, string_agg(
                granted.privilege_type || case when granted.is_grantable then ' with grant option' else '' end, ', '
                order by granted.privilege_type)
            from (
                select relname::text as name, acl.* from relations,
                    aclexplode(coalesce(relacl, acldefault('r', relowner))) acl
                union all
                select oid::regprocedure::text, acl.* from pg_proc,
                    aclexplode(coalesce(proacl, acldefault('f', proowner))) acl
                where pronamespace = 'muster'::regnamespace
                union all
                select 'schema', acl.* from pg_namespace, aclexplode(coalesce(nspacl, acldefault('n', nspowner))) acl
                where nspname = 'muster') granted
            group by 1
            union all
            select 'comment on ' || o.type || ' ' || o.identity, d.description
            from pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) o
            where o.schema = 'muster' or o.identity = 'muster' or o.identity like '% on muster.%'
            """;

    private SchemaSnapshot() {}

    /** The definition of each object, by its kind and name. */
    static Map<String, String> of(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(OBJECTS)) {
            Map<String, String> objects = new TreeMap<>();
            while (rows.next()) {
                if (objects.put(rows.getString(1), rows.getString(2)) != null) {
                    throw new IllegalStateException("two objects are called " + rows.getString(1));
                }
            }
            return objects;
        }
    }
}
