package dev.muster.web.testing;

import dev.muster.application.mail.Notices;
import dev.muster.application.session.EndSessions;
import dev.muster.application.session.RecentSignIn;
import dev.muster.application.session.Remembered;
import dev.muster.application.shared.Stamps;
import dev.muster.application.user.AdministeredUsers;
import dev.muster.application.user.Administration;
import dev.muster.application.user.ChangeRole;
import dev.muster.application.user.ChangeUser;
import dev.muster.application.user.CreateRole;
import dev.muster.application.user.CreateUser;
import dev.muster.application.user.DeleteRole;
import dev.muster.application.user.DeleteUser;
import dev.muster.application.user.Deletion;
import dev.muster.application.user.EndUserSessions;
import dev.muster.application.user.EraseUser;
import dev.muster.application.user.GrantRole;
import dev.muster.application.user.LastAdmin;
import dev.muster.application.user.Passwords;
import dev.muster.application.user.ReactivateUser;
import dev.muster.application.user.RestoreUser;
import dev.muster.application.user.RoleQueries;
import dev.muster.application.user.SuspendUser;
import dev.muster.application.user.UnlockUser;
import dev.muster.application.user.UserDirectoryQueries;
import dev.muster.application.user.WithdrawRole;
import dev.muster.testkit.InMemoryMuster;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The use cases of administrators, over stores in memory. */
@Factory
final class InMemoryAdministration {

    private final InMemoryMuster memory;
    private final Stamps stamps;
    private final Remembered remembered;

    InMemoryAdministration(InMemoryMuster memory) {
        this.memory = memory;
        this.stamps = new Stamps(memory.ids, memory.clock);
        this.remembered = new Remembered(memory.sessionCache, memory.userCache);
    }

    @Singleton
    LastAdmin lastAdmin() {
        return new LastAdmin(memory.roles, memory.users);
    }

    @Singleton
    Deletion deletion(LastAdmin lastAdmin, Notices notices) {
        return new Deletion(memory.users, lastAdmin, notices);
    }

    @Singleton
    Administration administration(Notices notices) {
        return new Administration(memory.unitOfWork, memory.roles, notices);
    }

    @Singleton
    AdministeredUsers administeredUsers(Administration administration) {
        return new AdministeredUsers(administration, memory.users, remembered);
    }

    @Singleton
    UserDirectoryQueries userDirectoryQueries() {
        return new UserDirectoryQueries(memory.unitOfWork, memory.directory, memory.users, memory.sessions, stamps);
    }

    @Singleton
    CreateUser createUser(Administration administration, Passwords passwords) {
        return new CreateUser(administration, memory.users, passwords);
    }

    @Singleton
    ChangeUser changeUser(Administration administration, AdministeredUsers accounts, RecentSignIn recentSignIn) {
        return new ChangeUser(administration, accounts, memory.users, recentSignIn);
    }

    @Singleton
    SuspendUser suspendUser(
            AdministeredUsers accounts, LastAdmin lastAdmin, EndSessions endSessions, RecentSignIn recentSignIn) {
        return new SuspendUser(accounts, lastAdmin, endSessions, recentSignIn);
    }

    @Singleton
    ReactivateUser reactivateUser(AdministeredUsers accounts) {
        return new ReactivateUser(accounts);
    }

    @Singleton
    UnlockUser unlockUser(Administration administration, AdministeredUsers accounts, RecentSignIn recentSignIn) {
        return new UnlockUser(administration, accounts, memory.users, recentSignIn);
    }

    @Singleton
    DeleteUser deleteUser(
            AdministeredUsers accounts, Deletion deletion, EndSessions endSessions, RecentSignIn recentSignIn) {
        return new DeleteUser(accounts, deletion, endSessions, recentSignIn);
    }

    @Singleton
    RestoreUser restoreUser(AdministeredUsers accounts) {
        return new RestoreUser(accounts);
    }

    @Singleton
    EraseUser eraseUser(Administration administration, AdministeredUsers accounts) {
        return new EraseUser(administration, accounts, memory.users);
    }

    @Singleton
    EndUserSessions endUserSessions(AdministeredUsers accounts, EndSessions endSessions, RecentSignIn recentSignIn) {
        return new EndUserSessions(accounts, endSessions, recentSignIn);
    }

    @Singleton
    GrantRole grantRole(Administration administration, AdministeredUsers accounts) {
        return new GrantRole(administration, accounts, memory.roles);
    }

    @Singleton
    WithdrawRole withdrawRole(Administration administration, AdministeredUsers accounts, LastAdmin lastAdmin) {
        return new WithdrawRole(administration, accounts, memory.roles, lastAdmin);
    }

    @Singleton
    RoleQueries roleQueries() {
        return new RoleQueries(memory.unitOfWork, memory.roles);
    }

    @Singleton
    CreateRole createRole(Administration administration) {
        return new CreateRole(administration, memory.roles);
    }

    @Singleton
    ChangeRole changeRole(Administration administration) {
        return new ChangeRole(administration, memory.roles, memory.sessionCache);
    }

    @Singleton
    DeleteRole deleteRole(Administration administration) {
        return new DeleteRole(administration, memory.roles);
    }
}
