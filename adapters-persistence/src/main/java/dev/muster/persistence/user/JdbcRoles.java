package dev.muster.persistence.user;

import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.RoleDefinition;
import dev.muster.domain.user.Roles;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The roles and who has them, in PostgreSQL. Every call is one round trip and atomic by itself. */
@Singleton
final class JdbcRoles implements Roles {

    private static final Sql FIND_ALL = Sql.plain(RoleRow.SELECT + " order by r.name");

    private static final Sql FIND = Sql.plain(RoleRow.SELECT + " where r.name = ?");

    private static final Sql INSERT = Sql.plain("""
            with role as (
                insert into muster.roles (name, description, created_at, updated_at, version) values (?, ?, ?, ?, ?)
                returning name)
            insert into muster.role_permissions (role, permission) select name, permission from role, unnest(?) permission
            """);

    private static final Sql UPDATE = Sql.plain("""
            with role as (
                update muster.roles set (description, updated_at, version) = (?, ?, ?) where name = ? and version = ?
                returning name),
            lost as (
                delete from muster.role_permissions p using role
                where p.role = role.name and p.permission <> all(?)),
            gained as (
                insert into muster.role_permissions (role, permission)
                select name, permission from role, unnest(?) permission
                on conflict on constraint pk_role_permissions do nothing)
            select name from role
            """);

    private static final Sql DELETE = Sql.plain("delete from muster.roles where name = ?");

    private static final Sql GRANT = Sql.plain("""
            with given as (
                insert into muster.user_roles (user_id, role)
                select u.id, r.name from muster.users u, muster.roles r where u.id = ? and r.name = ?
                on conflict on constraint pk_user_roles do nothing
                returning user_id)
            update muster.users u set version = u.version + 1 from given where u.id = given.user_id
            """);

    private static final Sql WITHDRAW = Sql.plain("""
            with taken as (delete from muster.user_roles where user_id = ? and role = ? returning user_id)
            update muster.users u set version = u.version + 1 from taken where u.id = taken.user_id
            """);

    private static final Sql FIND_PERMISSIONS = Sql.plain("select distinct p.permission from muster.user_roles r"
            + " join muster.role_permissions p on p.role = r.role where r.user_id = ?");

    private static final String COUNT_ACTIVE = "select count(*) from muster.user_roles r"
            + " join muster.users u on u.id = r.user_id where r.role = ? and u.status = 'active'";

    private static final Sql COUNT_OF_ONE = Sql.plain(COUNT_ACTIVE);

    private static final String COUNT_ALL = "select count(*) from muster.roles";

    private static final Sql COUNT = Sql.plain(COUNT_ALL);

    /** The role that is locked is one that is always there. */
    private static final Sql LOCK_AND_COUNT =
            Sql.after("select name from muster.roles where name = '" + Role.USER + "' for no key update", COUNT_ALL);

    /** Two statements, so that the second sees what those did who were waited for. */
    private static final Sql LOCK_AND_COUNT_OF_ONE =
            Sql.after("select name from muster.roles where name = ? for no key update", COUNT_ACTIVE);

    private final CurrentUnit unit;

    JdbcRoles(CurrentUnit unit) {
        this.unit = unit;
    }

    @Override
    public List<RoleDefinition> findAll() {
        return unit.query(FIND_ALL, parameters -> {}, RoleRow::read).stream()
                .map(RoleRow::toRole)
                .toList();
    }

    @Override
    public long count() {
        return unit.query(unit.writesTogether() ? LOCK_AND_COUNT : COUNT, parameters -> {}, Columns::number)
                .getFirst();
    }

    @Override
    public Optional<RoleDefinition> find(Role name) {
        return unit.query(FIND, parameters -> parameters.text(name.name()), RoleRow::read).stream()
                .findFirst()
                .map(RoleRow::toRole);
    }

    @Override
    public void insert(RoleDefinition role) {
        RoleRow row = RoleRow.from(role);
        unit.update(
                INSERT,
                parameters -> parameters
                        .text(row.name())
                        .text(row.description())
                        .time(row.createdAt())
                        .time(row.updatedAt())
                        .number(row.version())
                        .texts(row.permissions()));
    }

    @Override
    public void update(RoleDefinition role) {
        RoleRow row = RoleRow.from(role);
        List<String> updated = unit.updateReturning(
                UPDATE,
                parameters -> parameters
                        .text(row.description())
                        .time(row.updatedAt())
                        .number(row.version())
                        .text(row.name())
                        .number(row.version() - 1)
                        .texts(row.permissions())
                        .texts(row.permissions()),
                Columns::text);
        if (updated.isEmpty()) {
            throw new PreconditionFailed(SharedError.STALE_VERSION, "The role has been changed meanwhile.");
        }
    }

    @Override
    public boolean delete(Role name) {
        return unit.update(DELETE, parameters -> parameters.text(name.name())) > 0;
    }

    @Override
    public boolean grant(UserId user, Role role) {
        return change(GRANT, user, role);
    }

    @Override
    public boolean withdraw(UserId user, Role role) {
        return change(WITHDRAW, user, role);
    }

    private boolean change(Sql sql, UserId user, Role role) {
        return unit.update(sql, parameters -> parameters.uuid(user.value()).text(role.name())) > 0;
    }

    @Override
    public Set<Permission> findPermissions(UserId user) {
        return RoleRow.permissions(
                unit.query(FIND_PERMISSIONS, parameters -> parameters.uuid(user.value()), Columns::text));
    }

    @Override
    public long countActive(Role role) {
        boolean lock = unit.writesTogether();
        return unit.query(
                        lock ? LOCK_AND_COUNT_OF_ONE : COUNT_OF_ONE,
                        parameters -> {
                            if (lock) {
                                parameters.text(role.name());
                            }
                            parameters.text(role.name());
                        },
                        Columns::number)
                .getFirst();
    }
}
