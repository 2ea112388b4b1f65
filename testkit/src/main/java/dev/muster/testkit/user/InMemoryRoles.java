package dev.muster.testkit.user;

import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.RoleDefinition;
import dev.muster.domain.user.Roles;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.Table;
import dev.muster.testkit.shared.TestClock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Roles in memory; who has them is told by the users. Units of work that write come one after the other here. */
public final class InMemoryRoles implements Roles {

    private static final Map<Role, RoleDefinition> BUILT_IN = Stream.of(
                    definition(Role.ADMIN, "Has every permission", EnumSet.allOf(Permission.class)),
                    definition(Role.USER, "What everyone who registers is", Set.of()))
            .collect(Collectors.toUnmodifiableMap(RoleDefinition::name, role -> role));

    private final Table<Role, RoleDefinition> own;
    private final InMemoryUsers users;

    public InMemoryRoles(InMemoryUnitOfWork unitOfWork, InMemoryUsers users) {
        this.own = new Table<>(unitOfWork);
        this.users = users;
    }

    @Override
    public List<RoleDefinition> findAll() {
        return Stream.concat(BUILT_IN.values().stream(), own.rows().values().stream())
                .sorted(Comparator.comparing(role -> role.name().name()))
                .toList();
    }

    @Override
    public long count() {
        return findAll().size();
    }

    @Override
    public Optional<RoleDefinition> find(Role name) {
        return Optional.ofNullable(BUILT_IN.getOrDefault(name, own.rows().get(name)));
    }

    @Override
    public void insert(RoleDefinition role) {
        own.change(rows -> {
            if (BUILT_IN.containsKey(role.name()) || rows.putIfAbsent(role.name(), role) != null) {
                throw new Conflict(UserError.ROLE_EXISTS, "There is a role of this name already.");
            }
        });
    }

    @Override
    public void update(RoleDefinition role) {
        own.change(rows -> {
            RoleDefinition stored = rows.get(role.name());
            if (stored == null || stored.version() != role.version() - 1) {
                throw new PreconditionFailed(SharedError.STALE_VERSION, "The role has been changed meanwhile.");
            }
            rows.put(role.name(), role);
        });
    }

    @Override
    public boolean delete(Role name) {
        AtomicBoolean deleted = new AtomicBoolean();
        own.change(rows -> {
            if (rows.containsKey(name)
                    && users.all().anyMatch(user -> user.roles().contains(name))) {
                throw new Conflict(UserError.ROLE_IN_USE, "Someone has the role.");
            }
            deleted.set(rows.remove(name) != null);
        });
        return deleted.get();
    }

    @Override
    public boolean grant(UserId user, Role role) {
        return users.changeRoles(user, roles -> roles.add(role));
    }

    @Override
    public boolean withdraw(UserId user, Role role) {
        return users.changeRoles(user, roles -> roles.remove(role));
    }

    @Override
    public Set<Permission> findPermissions(UserId user) {
        return users.find(user).map(User::roles).orElse(Set.of()).stream()
                .flatMap(role -> find(role).stream())
                .flatMap(role -> role.permissions().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public long countActive(Role role) {
        return users.all()
                .filter(User::isActive)
                .filter(user -> user.roles().contains(role))
                .count();
    }

    private static RoleDefinition definition(Role name, String description, Set<Permission> permissions) {
        return new RoleDefinition(name, description, new HashSet<>(permissions), TestClock.START, TestClock.START, 1);
    }
}
