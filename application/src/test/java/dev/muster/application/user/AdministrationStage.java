package dev.muster.application.user;

import dev.muster.application.shared.AccountStage;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.audit.AuditFilter;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.RoleDefinition;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import java.util.List;
import java.util.Set;

/** The use cases of administrators over ports in memory, for one test. */
final class AdministrationStage {

    final AccountStage muster = new AccountStage();
    final Administration administration = new Administration(muster.unitOfWork, muster.roles, muster.notices);
    final AdministeredUsers accounts = new AdministeredUsers(administration, muster.users, muster.remembered);

    final UserDirectoryQueries queries =
            new UserDirectoryQueries(muster.unitOfWork, muster.directory, muster.users, muster.sessions, muster.stamps);
    final CreateUser createUser = new CreateUser(administration, muster.users, muster.passwords);
    final ChangeUser changeUser = new ChangeUser(administration, accounts, muster.users, muster.recentSignIn);
    final SuspendUser suspendUser =
            new SuspendUser(accounts, muster.lastAdmin, muster.endSessions, muster.recentSignIn);
    final ReactivateUser reactivateUser = new ReactivateUser(accounts);
    final UnlockUser unlockUser = new UnlockUser(administration, accounts, muster.users, muster.recentSignIn);
    final DeleteUser deleteUser = new DeleteUser(accounts, muster.deletion, muster.endSessions, muster.recentSignIn);
    final RestoreUser restoreUser = new RestoreUser(accounts);
    final EraseUser eraseUser = new EraseUser(administration, accounts, muster.users);
    final EndUserSessions endUserSessions = new EndUserSessions(accounts, muster.endSessions, muster.recentSignIn);
    final GrantRole grantRole = new GrantRole(administration, accounts, muster.roles);
    final WithdrawRole withdrawRole = new WithdrawRole(administration, accounts, muster.roles, muster.lastAdmin);
    final RoleQueries roleQueries = new RoleQueries(muster.unitOfWork, muster.roles);
    final CreateRole createRole = new CreateRole(administration, muster.roles);
    final ChangeRole changeRole = new ChangeRole(administration, muster.roles, muster.cache);
    final DeleteRole deleteRole = new DeleteRole(administration, muster.roles);

    /** Someone new with the role admin, signed in. */
    Principal admin(String name) {
        return signedIn(name, Role.ADMIN);
    }

    /** Someone new who may do this beyond their own belongings, signed in. */
    Principal having(String name, Permission... permissions) {
        Role role = new Role("role-of-" + name);
        muster.unitOfWork.write(Actor.SYSTEM, () -> {
            muster.roles.insert(new RoleDefinition(
                    role, "For a test", Set.of(permissions), muster.stamps.now(), muster.stamps.now(), 1));
            return role;
        });
        return signedIn(name, role);
    }

    private Principal signedIn(String name, Role role) {
        User user = muster.join(name);
        give(user.id(), role);
        return principal(name);
    }

    /** A new session of someone who has joined. */
    Principal principal(String name) {
        return muster.principal(muster.signIn(name));
    }

    void give(UserId user, Role role) {
        muster.unitOfWork.write(Actor.SYSTEM, () -> muster.roles.grant(user, role));
    }

    /** Someone as stored by now, deleted or not. */
    User stored(UserId id) {
        return muster.unitOfWork.read(Actor.SYSTEM, () -> muster.users.find(id)).orElseThrow();
    }

    /** What is on the record of an action, newest first. */
    List<AuditEvent> recorded(AuditAction action) {
        AuditFilter filter = new AuditFilter(null, null, action, null, null);
        return muster.unitOfWork.read(
                Actor.SYSTEM,
                () -> muster.auditLog
                        .find(filter, new PageRequest<>(PageRequest.MAX_LIMIT, null))
                        .items());
    }
}
