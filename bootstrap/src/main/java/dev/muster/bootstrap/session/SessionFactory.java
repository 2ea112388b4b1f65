package dev.muster.bootstrap.session;

import dev.muster.application.session.Authenticate;
import dev.muster.application.session.LogIn;
import dev.muster.application.session.LogOut;
import dev.muster.application.session.PrepareSigningKeys;
import dev.muster.application.session.PublicKeys;
import dev.muster.application.session.RefreshSession;
import dev.muster.application.session.SessionTokens;
import dev.muster.application.shared.Stamps;
import dev.muster.domain.session.AccessTokens;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.session.SessionPolicy;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.session.SigningKeys;
import dev.muster.domain.session.TokenSecrets;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.PasswordHasher;
import dev.muster.domain.user.Users;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

@Factory
final class SessionFactory {

    @Singleton
    SessionTokens sessionTokens(AccessTokens accessTokens, TokenSecrets secrets, SessionPolicy policy, Stamps stamps) {
        return new SessionTokens(accessTokens, secrets, policy, stamps);
    }

    @Singleton
    LogIn logIn(UnitOfWork unitOfWork, Users users, Sessions sessions, PasswordHasher hasher, SessionTokens tokens) {
        return new LogIn(unitOfWork, users, sessions, hasher, tokens);
    }

    @Singleton
    RefreshSession refreshSession(
            UnitOfWork unitOfWork, Sessions sessions, Users users, SessionCache cache, SessionTokens tokens) {
        return new RefreshSession(unitOfWork, sessions, users, cache, tokens);
    }

    @Singleton
    LogOut logOut(UnitOfWork unitOfWork, Sessions sessions, SessionCache cache, Stamps stamps) {
        return new LogOut(unitOfWork, sessions, cache, stamps);
    }

    @Singleton
    Authenticate authenticate(
            AccessTokens accessTokens,
            SessionCache cache,
            UnitOfWork unitOfWork,
            Sessions sessions,
            InstantSource clock) {
        return new Authenticate(accessTokens, cache, unitOfWork, sessions, clock);
    }

    @Singleton
    PrepareSigningKeys prepareSigningKeys(
            UnitOfWork unitOfWork, SigningKeys signingKeys, AccessTokens accessTokens, Stamps stamps) {
        return new PrepareSigningKeys(unitOfWork, signingKeys, accessTokens, stamps);
    }

    @Singleton
    PublicKeys publicKeys(AccessTokens accessTokens) {
        return new PublicKeys(accessTokens);
    }
}
