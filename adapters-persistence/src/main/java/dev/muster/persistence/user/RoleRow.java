package dev.muster.persistence.user;

import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.RoleDefinition;
import dev.muster.persistence.shared.Columns;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A role as one row: of roles, with the codes of role_permissions. */
record RoleRow(
        String name, String description, List<String> permissions, Instant createdAt, Instant updatedAt, long version) {

    /** In the order in which {@link #read} takes them. */
    static final String SELECT =
            "select r.name, r.description, array(select p.permission from muster.role_permissions p"
                    + " where p.role = r.name), r.created_at, r.updated_at, r.version from muster.roles r";

    static RoleRow from(RoleDefinition role) {
        return new RoleRow(
                role.name().name(),
                role.description(),
                role.permissions().stream().map(Permission::code).sorted().toList(),
                role.createdAt(),
                role.updatedAt(),
                role.version());
    }

    static RoleRow read(Columns columns) throws SQLException {
        return new RoleRow(
                columns.text(), columns.text(), columns.texts(), columns.time(), columns.time(), columns.number());
    }

    RoleDefinition toRole() {
        return new RoleDefinition(new Role(name), description, permissions(permissions), createdAt, updatedAt, version);
    }

    /** Those that this Muster knows; what it does not know it can't allow. */
    static Set<Permission> permissions(Collection<String> codes) {
        return codes.stream().flatMap(code -> Permission.find(code).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
