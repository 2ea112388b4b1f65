package dev.muster.web.testing;

import dev.muster.application.audit.Audit;
import dev.muster.application.audit.AuditQueries;
import dev.muster.application.idempotency.BeginRequest;
import dev.muster.application.idempotency.EndRequest;
import dev.muster.application.limit.Limits;
import dev.muster.application.mail.DeliverMail;
import dev.muster.application.mail.GrantWish;
import dev.muster.application.mail.Letters;
import dev.muster.application.mail.MailLinks;
import dev.muster.application.mail.MailWriter;
import dev.muster.application.mail.Mailbox;
import dev.muster.application.mail.Notices;
import dev.muster.application.operations.HealthQueries;
import dev.muster.application.session.Authenticate;
import dev.muster.application.session.BeginSession;
import dev.muster.application.session.EndSessions;
import dev.muster.application.session.IntrospectToken;
import dev.muster.application.session.LogIn;
import dev.muster.application.session.LogOut;
import dev.muster.application.session.LogOutEverywhere;
import dev.muster.application.session.PasswordProof;
import dev.muster.application.session.PublicKeys;
import dev.muster.application.session.RecentSignIn;
import dev.muster.application.session.RecoverAccount;
import dev.muster.application.session.RefreshSession;
import dev.muster.application.session.Remembered;
import dev.muster.application.session.RevokeToken;
import dev.muster.application.session.SessionQueries;
import dev.muster.application.session.SessionTokens;
import dev.muster.application.session.SignInLimits;
import dev.muster.application.shared.Stamps;
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
import dev.muster.domain.audit.Origin;
import dev.muster.domain.limit.LimitPolicy;
import dev.muster.domain.mail.LinkPolicy;
import dev.muster.domain.session.ReauthenticationPolicy;
import dev.muster.domain.session.SessionPolicy;
import dev.muster.domain.session.TokenPolicy;
import dev.muster.domain.user.LockoutPolicy;
import dev.muster.domain.user.PasswordPolicy;
import dev.muster.testkit.InMemoryMuster;
import dev.muster.testkit.mail.PlainTemplates;
import dev.muster.testkit.user.InMemoryPasswordBlocklist;
import dev.muster.web.shared.TrustedProxies;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** The use cases of accounts, sessions and mail, and what every route needs, over stores in memory. */
@Factory
final class InMemoryWiring {

    private final InMemoryMuster memory;
    private final Stamps stamps;
    private final SessionTokens tokens;
    private final Remembered remembered;

    InMemoryWiring(InMemoryMuster memory) {
        this.memory = memory;
        this.remembered = new Remembered(memory.sessionCache, memory.userCache);
        this.stamps = new Stamps(memory.ids, memory.clock);
        this.tokens = new SessionTokens(memory.accessTokens, memory.secrets, SessionPolicy.DEFAULT, stamps);
    }

    @Singleton
    TrustedProxies trustedProxies(@Value("${test.proxies:}") String list) {
        return list.isEmpty() ? TrustedProxies.NONE : TrustedProxies.of(list);
    }

    /** Off unless a test wants them: all requests of a test come from one address. */
    @Singleton
    Limits limits(@Value("${test.limits:false}") boolean enforced) {
        return new Limits(memory.rateLimiter, enforced ? LimitPolicy.DEFAULT : LimitPolicy.OFF);
    }

    @Singleton
    BeginRequest beginRequest() {
        return new BeginRequest(memory.unitOfWork, memory.idempotencyKeys, memory.answerSeal, memory.secrets, stamps);
    }

    @Singleton
    EndRequest endRequest() {
        return new EndRequest(memory.unitOfWork, memory.idempotencyKeys, memory.answerSeal, stamps);
    }

    @Singleton
    Authenticate authenticate() {
        return new Authenticate(
                memory.accessTokens, memory.sessionCache, memory.unitOfWork, memory.sessions, memory.clock);
    }

    @Singleton
    Letters letters(Supplier<Origin> origin) {
        return new Letters(memory.outbox, stamps, origin);
    }

    @Singleton
    Notices notices(Letters letters, Supplier<Origin> origin) {
        return new Notices(
                new MailLinks(memory.mailedTokens, memory.secrets, letters, LinkPolicy.DEFAULT, stamps),
                letters,
                new Audit(memory.auditLog, stamps, origin));
    }

    @Singleton
    PasswordProof passwordProof(Notices notices) {
        return new PasswordProof(memory.unitOfWork, memory.users, memory.hasher, LockoutPolicy.DEFAULT, notices);
    }

    @Singleton
    BeginSession beginSession(Notices notices) {
        return new BeginSession(memory.unitOfWork, memory.sessions, remembered, tokens, notices);
    }

    @Singleton
    EndSessions endSessions(Notices notices) {
        return new EndSessions(memory.unitOfWork, memory.sessions, remembered, notices);
    }

    @Singleton
    LogIn logIn(PasswordProof proof, Limits limits, BeginSession begin) {
        return new LogIn(memory.unitOfWork, memory.users, proof, new SignInLimits(limits), begin);
    }

    @Singleton
    RecoverAccount recoverAccount(PasswordProof proof, Limits limits, BeginSession begin) {
        return new RecoverAccount(memory.unitOfWork, memory.users, proof, new SignInLimits(limits), begin);
    }

    @Singleton
    SessionQueries sessionQueries() {
        return new SessionQueries(memory.unitOfWork, memory.sessions, stamps);
    }

    @Singleton
    RecentSignIn recentSignIn() {
        return new RecentSignIn(ReauthenticationPolicy.DEFAULT, memory.clock);
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
    RefreshSession refreshSession(EndSessions endSessions) {
        return new RefreshSession(memory.unitOfWork, memory.sessions, memory.users, endSessions, tokens);
    }

    @Singleton
    TokenPolicy tokenPolicy() {
        return new TokenPolicy("https://muster.example.org", "muster", "muster");
    }

    @Singleton
    RevokeToken revokeToken(EndSessions endSessions) {
        return new RevokeToken(memory.accessTokens, memory.unitOfWork, memory.sessions, endSessions, stamps);
    }

    @Singleton
    IntrospectToken introspectToken() {
        return new IntrospectToken(memory.accessTokens, memory.unitOfWork, memory.sessions, memory.users, memory.clock);
    }

    @Singleton
    PublicKeys publicKeys() {
        return new PublicKeys(memory.accessTokens);
    }

    @Singleton
    Passwords passwords() {
        return new Passwords(PasswordPolicy.DEFAULT, new InMemoryPasswordBlocklist(), memory.hasher);
    }

    @Singleton
    RegisterUser registerUser(Passwords passwords, Notices notices) {
        return new RegisterUser(memory.unitOfWork, memory.users, memory.consents, passwords, notices);
    }

    @Singleton
    UserQueries userQueries() {
        return new UserQueries(memory.unitOfWork, memory.users, memory.userCache);
    }

    @Singleton
    ChangeProfile changeProfile(UserQueries queries, RecentSignIn recentSignIn, Notices notices) {
        return new ChangeProfile(memory.unitOfWork, queries, memory.users, recentSignIn, notices);
    }

    @Singleton
    ChangePassword changePassword(
            UserQueries queries, Passwords passwords, PasswordProof proof, EndSessions endSessions) {
        return new ChangePassword(queries, memory.users, passwords, proof, endSessions);
    }

    @Singleton
    DeleteAccount deleteAccount(UserQueries queries, PasswordProof proof, EndSessions endSessions, Deletion deletion) {
        return new DeleteAccount(queries, proof, endSessions, deletion);
    }

    @Singleton
    Mailbox mailbox(Notices notices) {
        var writer = new MailWriter(new PlainTemplates(), memory.secrets, "https://muster.example.org");
        var wishes = new GrantWish(memory.unitOfWork, memory.users, notices.links(), memory.outbox, stamps);
        var delivering = new DeliverMail.Delivering(wishes, notices.links(), writer, mail -> {});
        var deliverMail = new DeliverMail(memory.unitOfWork, memory.outbox, delivering, stamps);
        return new Mailbox(memory.unitOfWork, memory.outbox, deliverMail, writer);
    }

    @Singleton
    VerifyEmail verifyEmail(Notices notices) {
        return new VerifyEmail(memory.unitOfWork, memory.users, memory.userCache, notices);
    }

    @Singleton
    WantLetter wantLetter(Letters letters, Limits limits) {
        return new WantLetter(memory.unitOfWork, letters, limits);
    }

    @Singleton
    ResetPassword resetPassword(Passwords passwords, EndSessions endSessions) {
        return new ResetPassword(memory.unitOfWork, memory.users, passwords, endSessions);
    }

    @Singleton
    ChangeEmail changeEmail(UserQueries queries, PasswordProof proof, Notices notices) {
        return new ChangeEmail(memory.unitOfWork, queries, memory.users, proof, notices);
    }

    @Singleton
    ConfirmEmail confirmEmail(Notices notices) {
        return new ConfirmEmail(memory.unitOfWork, memory.users, memory.userCache, notices);
    }

    @Singleton
    AuditQueries auditQueries() {
        return new AuditQueries(memory.unitOfWork, memory.auditLog);
    }

    @Singleton
    HealthQueries healthQueries() {
        return new HealthQueries(memory.databaseHealth);
    }
}
