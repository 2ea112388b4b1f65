package dev.muster.domain.user;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The roles, what they allow, and who has them (requirement A12). Works inside a unit of work only. */
public interface Roles {

    /** All roles, by name. */
    List<RoleDefinition> findAll();

    /**
     * How many roles there are. Those who ask in a writing unit of work come one after the other, each after the end of the
     * unit before: so a bound on the number holds for all who look at it before they add one.
     */
    long count();

    /** The role of a name. */
    Optional<RoleDefinition> find(Role name);

    /**
     * Adds a role.
     *
     * @throws dev.muster.domain.shared.Conflict with ROLE_EXISTS
     */
    void insert(RoleDefinition role);

    /**
     * Stores a changed role whose version is one more than the stored one.
     *
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another, or none is
     */
    void update(RoleDefinition role);

    /**
     * Removes a role.
     *
     * @return false if there was none
     * @throws dev.muster.domain.shared.Conflict with ROLE_IN_USE if someone has it, deleted accounts included
     */
    boolean delete(Role name);

    /** Gives a role to a person; false if they have it already. Raises the account's version by one if not. */
    boolean grant(UserId user, Role role);

    /** Takes a role from a person; false if they don't have it. Raises the account's version by one if so. */
    boolean withdraw(UserId user, Role role);

    /** What a person's roles allow together. */
    Set<Permission> findPermissions(UserId user);

    /**
     * How many active accounts have a role. Those who ask in a writing unit of work about the same role come one after
     * the other, each after the end of the unit before: so what depends on the number can't be undone by another at the
     * same time.
     */
    long countActive(Role role);
}
