package dev.muster.bootstrap.user;

import dev.muster.application.audit.Audit;
import dev.muster.application.mail.Notices;
import dev.muster.application.session.EndSessions;
import dev.muster.application.session.RecentSignIn;
import dev.muster.application.session.Remembered;
import dev.muster.application.shared.Stamps;
import dev.muster.application.user.AdministeredUsers;
import dev.muster.application.user.Administration;
import dev.muster.application.user.ChangeRole;
import dev.muster.application.user.ChangeUser;
import dev.muster.application.user.CreateAdmin;
import dev.muster.application.user.CreateRole;
import dev.muster.application.user.CreateUser;
import dev.muster.application.user.DeleteRole;
import dev.muster.application.user.DeleteUser;
import dev.muster.application.user.Deletion;
import dev.muster.application.user.EndUserSessions;
import dev.muster.application.user.EraseDeletedAccounts;
import dev.muster.application.user.EraseUser;
import dev.muster.application.user.GrantRole;
import dev.muster.application.user.LastAdmin;
import dev.muster.application.user.Passwords;
import dev.muster.application.user.ReactivateUser;
import dev.muster.application.user.RefreshUserStatistics;
import dev.muster.application.user.RestoreUser;
import dev.muster.application.user.RoleQueries;
import dev.muster.application.user.SuspendUser;
import dev.muster.application.user.UnlockUser;
import dev.muster.application.user.UserDirectoryQueries;
import dev.muster.application.user.WithdrawRole;
import dev.muster.domain.job.Job;
import dev.muster.domain.job.Schedule;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Roles;
import dev.muster.domain.user.UserDirectory;
import dev.muster.domain.user.Users;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalTime;

@Factory
final class AdministrationFactory {

    private static final String ERASURE = "erase-deleted-accounts";
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 0);
    private static final String STATISTICS = "user-statistics";
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(5);

    @Singleton
    LastAdmin lastAdmin(Roles roles, Users users) {
        return new LastAdmin(roles, users);
    }

    @Singleton
    Deletion deletion(Users users, LastAdmin lastAdmin, Notices notices) {
        return new Deletion(users, lastAdmin, notices);
    }

    @Singleton
    Administration administration(UnitOfWork unitOfWork, Roles roles, Notices notices) {
        return new Administration(unitOfWork, roles, notices);
    }

    @Singleton
    AdministeredUsers administeredUsers(Administration administration, Users users, Remembered remembered) {
        return new AdministeredUsers(administration, users, remembered);
    }

    @Singleton
    UserDirectoryQueries userDirectoryQueries(
            UnitOfWork unitOfWork, UserDirectory directory, Users users, Sessions sessions, Stamps stamps) {
        return new UserDirectoryQueries(unitOfWork, directory, users, sessions, stamps);
    }

    @Singleton
    CreateUser createUser(Administration administration, Users users, Passwords passwords) {
        return new CreateUser(administration, users, passwords);
    }

    @Singleton
    ChangeUser changeUser(
            Administration administration, AdministeredUsers accounts, Users users, RecentSignIn recentSignIn) {
        return new ChangeUser(administration, accounts, users, recentSignIn);
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
    UnlockUser unlockUser(
            Administration administration, AdministeredUsers accounts, Users users, RecentSignIn recentSignIn) {
        return new UnlockUser(administration, accounts, users, recentSignIn);
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
    EraseUser eraseUser(Administration administration, AdministeredUsers accounts, Users users) {
        return new EraseUser(administration, accounts, users);
    }

    @Singleton
    EndUserSessions endUserSessions(AdministeredUsers accounts, EndSessions endSessions, RecentSignIn recentSignIn) {
        return new EndUserSessions(accounts, endSessions, recentSignIn);
    }

    @Singleton
    GrantRole grantRole(Administration administration, AdministeredUsers accounts, Roles roles) {
        return new GrantRole(administration, accounts, roles);
    }

    @Singleton
    WithdrawRole withdrawRole(
            Administration administration, AdministeredUsers accounts, Roles roles, LastAdmin lastAdmin) {
        return new WithdrawRole(administration, accounts, roles, lastAdmin);
    }

    @Singleton
    RoleQueries roleQueries(UnitOfWork unitOfWork, Roles roles) {
        return new RoleQueries(unitOfWork, roles);
    }

    @Singleton
    CreateRole createRole(Administration administration, Roles roles) {
        return new CreateRole(administration, roles);
    }

    @Singleton
    ChangeRole changeRole(Administration administration, Roles roles, SessionCache cache) {
        return new ChangeRole(administration, roles, cache);
    }

    @Singleton
    DeleteRole deleteRole(Administration administration, Roles roles) {
        return new DeleteRole(administration, roles);
    }

    @Singleton
    CreateAdmin createAdmin(UnitOfWork unitOfWork, Users users, Passwords passwords, Audit audit, Stamps stamps) {
        return new CreateAdmin(unitOfWork, users, passwords, audit, stamps);
    }

    @Singleton
    EraseDeletedAccounts eraseDeletedAccounts(UnitOfWork unitOfWork, Users users, Audit audit, Stamps stamps) {
        return new EraseDeletedAccounts(unitOfWork, users, audit, stamps);
    }

    @Singleton
    RefreshUserStatistics refreshUserStatistics(UnitOfWork unitOfWork, UserDirectory directory) {
        return new RefreshUserStatistics(unitOfWork, directory);
    }

    @Singleton
    @Named(ERASURE)
    Job erasure(EraseDeletedAccounts eraseDeletedAccounts) {
        return new Job(ERASURE, new Schedule.Daily(AT_NIGHT), eraseDeletedAccounts::erase);
    }

    @Singleton
    @Named(STATISTICS)
    Job statistics(RefreshUserStatistics refreshUserStatistics) {
        return new Job(STATISTICS, new Schedule.Every(NOW_AND_THEN), refreshUserStatistics::refresh);
    }
}
