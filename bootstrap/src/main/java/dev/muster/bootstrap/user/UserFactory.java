package dev.muster.bootstrap.user;

import dev.muster.application.session.EndSessions;
import dev.muster.application.session.PasswordProof;
import dev.muster.application.shared.Stamps;
import dev.muster.application.user.ChangePassword;
import dev.muster.application.user.ChangeProfile;
import dev.muster.application.user.DeleteAccount;
import dev.muster.application.user.Passwords;
import dev.muster.application.user.RegisterUser;
import dev.muster.application.user.UserQueries;
import dev.muster.domain.privacy.Consents;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.PasswordBlocklist;
import dev.muster.domain.user.PasswordHasher;
import dev.muster.domain.user.PasswordPolicy;
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
            UnitOfWork unitOfWork, Users users, Consents consents, Passwords passwords, Stamps stamps) {
        return new RegisterUser(unitOfWork, users, consents, passwords, stamps);
    }

    @Singleton
    UserQueries userQueries(UnitOfWork unitOfWork, Users users) {
        return new UserQueries(unitOfWork, users);
    }

    @Singleton
    ChangeProfile changeProfile(UnitOfWork unitOfWork, UserQueries queries, Users users, Stamps stamps) {
        return new ChangeProfile(unitOfWork, queries, users, stamps);
    }

    @Singleton
    ChangePassword changePassword(
            UserQueries queries, Users users, Passwords passwords, PasswordProof proof, EndSessions endSessions) {
        return new ChangePassword(queries, users, passwords, proof, endSessions);
    }

    @Singleton
    DeleteAccount deleteAccount(UserQueries queries, Users users, PasswordProof proof, EndSessions endSessions) {
        return new DeleteAccount(queries, users, proof, endSessions);
    }
}
