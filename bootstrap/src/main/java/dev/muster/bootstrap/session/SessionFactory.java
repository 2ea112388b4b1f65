package dev.muster.bootstrap.session;

import dev.muster.application.audit.Audit;
import dev.muster.application.limit.Limits;
import dev.muster.application.mail.Notices;
import dev.muster.application.session.Authenticate;
import dev.muster.application.session.BeginSession;
import dev.muster.application.session.EndSessions;
import dev.muster.application.session.FollowChanges;
import dev.muster.application.session.IntrospectToken;
import dev.muster.application.session.LogIn;
import dev.muster.application.session.LogOut;
import dev.muster.application.session.LogOutEverywhere;
import dev.muster.application.session.PasswordProof;
import dev.muster.application.session.PrepareSigningKeys;
import dev.muster.application.session.PublicKeys;
import dev.muster.application.session.RecentSignIn;
import dev.muster.application.session.RecoverAccount;
import dev.muster.application.session.RefreshSession;
import dev.muster.application.session.Remembered;
import dev.muster.application.session.RevokeToken;
import dev.muster.application.session.RotateSigningKeys;
import dev.muster.application.session.SessionQueries;
import dev.muster.application.session.SessionTokens;
import dev.muster.application.session.SignInLimits;
import dev.muster.application.shared.Stamps;
import dev.muster.domain.job.Job;
import dev.muster.domain.job.Schedule;
import dev.muster.domain.session.AccessTokens;
import dev.muster.domain.session.ChangeFeed;
import dev.muster.domain.session.ReauthenticationPolicy;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.session.SessionPolicy;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.session.SigningKeys;
import dev.muster.domain.session.TokenSecrets;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.LockoutPolicy;
import dev.muster.domain.user.PasswordHasher;
import dev.muster.domain.user.UserCache;
import dev.muster.domain.user.Users;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalTime;

@Factory
final class SessionFactory {

    private static final String KEY_ROTATION = "key-rotation";
    private static final LocalTime AT_NIGHT = LocalTime.of(1, 45);

    @Singleton
    SessionTokens sessionTokens(AccessTokens accessTokens, TokenSecrets secrets, SessionPolicy policy, Stamps stamps) {
        return new SessionTokens(accessTokens, secrets, policy, stamps);
    }

    @Singleton
    PasswordProof passwordProof(UnitOfWork unitOfWork, Users users, PasswordHasher hasher, Notices notices) {
        return new PasswordProof(unitOfWork, users, hasher, LockoutPolicy.DEFAULT, notices);
    }

    @Singleton
    Remembered remembered(SessionCache sessions, UserCache people) {
        return new Remembered(sessions, people);
    }

    @Singleton
    SignInLimits signInLimits(Limits limits) {
        return new SignInLimits(limits);
    }

    @Singleton
    BeginSession beginSession(
            UnitOfWork unitOfWork, Sessions sessions, Remembered remembered, SessionTokens tokens, Notices notices) {
        return new BeginSession(unitOfWork, sessions, remembered, tokens, notices);
    }

    @Singleton
    EndSessions endSessions(UnitOfWork unitOfWork, Sessions sessions, Remembered remembered, Notices notices) {
        return new EndSessions(unitOfWork, sessions, remembered, notices);
    }

    @Singleton
    LogIn logIn(
            UnitOfWork unitOfWork, Users users, PasswordProof proof, SignInLimits limits, BeginSession beginSession) {
        return new LogIn(unitOfWork, users, proof, limits, beginSession);
    }

    @Singleton
    RecoverAccount recoverAccount(
            UnitOfWork unitOfWork, Users users, PasswordProof proof, SignInLimits limits, BeginSession beginSession) {
        return new RecoverAccount(unitOfWork, users, proof, limits, beginSession);
    }

    @Singleton
    SessionQueries sessionQueries(UnitOfWork unitOfWork, Sessions sessions, Stamps stamps) {
        return new SessionQueries(unitOfWork, sessions, stamps);
    }

    @Singleton
    RefreshSession refreshSession(
            UnitOfWork unitOfWork, Sessions sessions, Users users, EndSessions endSessions, SessionTokens tokens) {
        return new RefreshSession(unitOfWork, sessions, users, endSessions, tokens);
    }

    @Singleton
    RecentSignIn recentSignIn(ReauthenticationPolicy policy, InstantSource clock) {
        return new RecentSignIn(policy, clock);
    }

    @Singleton
    LogOut logOut(SessionQueries queries, EndSessions endSessions, RecentSignIn recentSignIn) {
        return new LogOut(queries, endSessions, recentSignIn);
    }

    @Singleton
    LogOutEverywhere logOutEverywhere(EndSessions endSessions, RecentSignIn recentSignIn) {
        return new LogOutEverywhere(endSessions, recentSignIn);
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
    FollowChanges followChanges(ChangeFeed feed, Remembered remembered, KeyReload keyReload) {
        return new FollowChanges(feed, remembered, keyReload);
    }

    @Singleton
    PrepareSigningKeys prepareSigningKeys(
            UnitOfWork unitOfWork, SigningKeys signingKeys, AccessTokens accessTokens, Stamps stamps) {
        return new PrepareSigningKeys(unitOfWork, signingKeys, accessTokens, stamps);
    }

    @Singleton
    RotateSigningKeys rotateSigningKeys(
            UnitOfWork unitOfWork, SigningKeys signingKeys, PrepareSigningKeys prepare, Audit audit, Stamps stamps) {
        return new RotateSigningKeys(unitOfWork, signingKeys, prepare, audit, stamps);
    }

    @Singleton
    @Named(KEY_ROTATION)
    Job keyRotation(RotateSigningKeys rotateSigningKeys) {
        return new Job(KEY_ROTATION, new Schedule.Daily(AT_NIGHT), rotateSigningKeys::rotateIfDue);
    }

    @Singleton
    RevokeToken revokeToken(
            AccessTokens accessTokens,
            UnitOfWork unitOfWork,
            Sessions sessions,
            EndSessions endSessions,
            Stamps stamps) {
        return new RevokeToken(accessTokens, unitOfWork, sessions, endSessions, stamps);
    }

    @Singleton
    IntrospectToken introspectToken(
            AccessTokens accessTokens, UnitOfWork unitOfWork, Sessions sessions, Users users, InstantSource clock) {
        return new IntrospectToken(accessTokens, unitOfWork, sessions, users, clock);
    }

    @Singleton
    PublicKeys publicKeys(AccessTokens accessTokens) {
        return new PublicKeys(accessTokens);
    }
}
