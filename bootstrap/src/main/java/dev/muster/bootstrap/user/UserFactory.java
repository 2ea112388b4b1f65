package dev.muster.bootstrap.user;

import dev.muster.application.limit.Limits;
import dev.muster.application.mail.Letters;
import dev.muster.application.mail.Notices;
import dev.muster.application.session.EndSessions;
import dev.muster.application.session.PasswordProof;
import dev.muster.application.session.RecentSignIn;
import dev.muster.application.user.ChangeEmail;
import dev.muster.application.user.ChangePassword;
import dev.muster.application.user.ChangeProfile;
import dev.muster.application.user.ConfirmEmail;
import dev.muster.application.user.DeleteAccount;
import dev.muster.application.user.Deletion;
import dev.muster.application.user.Passwords;
import dev.muster.application.user.RegisterUser;
import dev.muster.application.user.ResetPassword;
import dev.muster.application.user.UserQueries;
import dev.muster.application.user.VerifyEmail;
import dev.muster.application.user.WantLetter;
import dev.muster.domain.privacy.Consents;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.PasswordBlocklist;
import dev.muster.domain.user.PasswordHasher;
import dev.muster.domain.user.PasswordPolicy;
import dev.muster.domain.user.UserCache;
import dev.muster.domain.user.Users;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class UserFactory {

    @Singleton
    Passwords passwords(PasswordPolicy policy, PasswordBlocklist blocklist, PasswordHasher hasher) {
        return new Passwords(policy, blocklist, hasher);
    }

    @Singleton
    RegisterUser registerUser(
            UnitOfWork unitOfWork, Users users, Consents consents, Passwords passwords, Notices notices) {
        return new RegisterUser(unitOfWork, users, consents, passwords, notices);
    }

    @Singleton
    UserQueries userQueries(UnitOfWork unitOfWork, Users users, UserCache cache) {
        return new UserQueries(unitOfWork, users, cache);
    }

    @Singleton
    ChangeProfile changeProfile(
            UnitOfWork unitOfWork, UserQueries queries, Users users, RecentSignIn recentSignIn, Notices notices) {
        return new ChangeProfile(unitOfWork, queries, users, recentSignIn, notices);
    }

    @Singleton
    ChangePassword changePassword(
            UserQueries queries, Users users, Passwords passwords, PasswordProof proof, EndSessions endSessions) {
        return new ChangePassword(queries, users, passwords, proof, endSessions);
    }

    @Singleton
    DeleteAccount deleteAccount(UserQueries queries, PasswordProof proof, EndSessions endSessions, Deletion deletion) {
        return new DeleteAccount(queries, proof, endSessions, deletion);
    }

    @Singleton
    VerifyEmail verifyEmail(UnitOfWork unitOfWork, Users users, UserCache cache, Notices notices) {
        return new VerifyEmail(unitOfWork, users, cache, notices);
    }

    @Singleton
    WantLetter wantLetter(UnitOfWork unitOfWork, Letters letters, Limits limits) {
        return new WantLetter(unitOfWork, letters, limits);
    }

    @Singleton
    ResetPassword resetPassword(UnitOfWork unitOfWork, Users users, Passwords passwords, EndSessions endSessions) {
        return new ResetPassword(unitOfWork, users, passwords, endSessions);
    }

    @Singleton
    ChangeEmail changeEmail(
            UnitOfWork unitOfWork, UserQueries queries, Users users, PasswordProof proof, Notices notices) {
        return new ChangeEmail(unitOfWork, queries, users, proof, notices);
    }

    @Singleton
    ConfirmEmail confirmEmail(UnitOfWork unitOfWork, Users users, UserCache cache, Notices notices) {
        return new ConfirmEmail(unitOfWork, users, cache, notices);
    }
}
