package dev.muster.application.shared;

import dev.muster.application.audit.Audit;
import dev.muster.application.limit.Limits;
import dev.muster.application.mail.DeliverMail;
import dev.muster.application.mail.GrantWish;
import dev.muster.application.mail.Letters;
import dev.muster.application.mail.MailLinks;
import dev.muster.application.mail.MailWriter;
import dev.muster.application.mail.Notices;
import dev.muster.application.session.Authenticate;
import dev.muster.application.session.BeginSession;
import dev.muster.application.session.EndSessions;
import dev.muster.application.session.LogIn;
import dev.muster.application.session.LogOut;
import dev.muster.application.session.LogOutEverywhere;
import dev.muster.application.session.PasswordProof;
import dev.muster.application.session.RecentSignIn;
import dev.muster.application.session.RecoverAccount;
import dev.muster.application.session.RefreshSession;
import dev.muster.application.session.Remembered;
import dev.muster.application.session.SessionQueries;
import dev.muster.application.session.SessionTokens;
import dev.muster.application.session.SignInLimits;
import dev.muster.application.session.SignedIn;
import dev.muster.application.user.ChangeEmail;
import dev.muster.application.user.ChangePassword;
import dev.muster.application.user.ConfirmEmail;
import dev.muster.application.user.DeleteAccount;
import dev.muster.application.user.Deletion;
import dev.muster.application.user.LastAdmin;
import dev.muster.application.user.Passwords;
import dev.muster.application.user.RegisterUser;
import dev.muster.application.user.Registration;
import dev.muster.application.user.ResetPassword;
import dev.muster.application.user.UserQueries;
import dev.muster.application.user.VerifyEmail;
import dev.muster.application.user.WantLetter;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.audit.AuditFilter;
import dev.muster.domain.audit.AuditLog;
import dev.muster.domain.audit.Origin;
import dev.muster.domain.limit.LimitPolicy;
import dev.muster.domain.mail.LinkPolicy;
import dev.muster.domain.mail.Mail;
import dev.muster.domain.mail.MailedToken;
import dev.muster.domain.mail.MailedTokens;
import dev.muster.domain.mail.Outbox;
import dev.muster.domain.privacy.Consents;
import dev.muster.domain.session.AccessTokens;
import dev.muster.domain.session.Device;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.ReauthenticationPolicy;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.session.SessionPolicy;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.LockoutPolicy;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.PasswordHasher;
import dev.muster.domain.user.PasswordPolicy;
import dev.muster.domain.user.PersonName;
import dev.muster.domain.user.Roles;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserCache;
import dev.muster.domain.user.UserDirectory;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.UserStatus;
import dev.muster.domain.user.Username;
import dev.muster.domain.user.Users;
import dev.muster.testkit.InMemoryMuster;
import dev.muster.testkit.mail.InMemoryMailer;
import dev.muster.testkit.mail.PlainTemplates;
import dev.muster.testkit.session.SessionFixture;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.InMemoryPasswordBlocklist;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The use cases of accounts and sessions over ports in memory, for one test; the clock is set by hand. */
public final class AccountStage {

    public static final Password PASSWORD = new Password("correct horse battery staple");
    public static final Device LAPTOP = new Device("Laptop", "192.0.2.1", "Browser/1.0");

    private final InMemoryMuster ports = new InMemoryMuster();

    public final TestClock clock = ports.clock;
    public final Stamps stamps = new Stamps(ports.ids, clock);
    public final UnitOfWork unitOfWork = ports.unitOfWork;
    public final Users users = ports.users;
    public final Roles roles = ports.roles;
    public final UserDirectory directory = ports.directory;
    public final Sessions sessions = ports.sessions;
    public final Consents consents = ports.consents;
    public final SessionCache cache = ports.sessionCache;
    public final UserCache userCache = ports.userCache;
    public final Remembered remembered = new Remembered(cache, userCache);
    public final AccessTokens accessTokens = ports.accessTokens;
    public final CountingPasswordHasher hasher = new CountingPasswordHasher(ports.hasher);
    public final InterruptibleSecrets secrets = new InterruptibleSecrets();
    public final SessionTokens tokens = tokens(SessionPolicy.DEFAULT);

    public final Outbox outbox = ports.outbox;
    public final MailedTokens mailedTokens = ports.mailedTokens;
    public final AuditLog auditLog = ports.auditLog;
    public final Letters letters = new Letters(outbox, stamps, () -> Origin.NONE);
    public final MailLinks links = links(LinkPolicy.DEFAULT);
    public final Audit audit = new Audit(auditLog, stamps, () -> Origin.NONE);
    public final Notices notices = new Notices(links, letters, audit);

    public final Passwords passwords = new Passwords(PasswordPolicy.DEFAULT, new InMemoryPasswordBlocklist(), hasher);
    public final PasswordProof proof = proof(hasher);
    public final SignInLimits noLimits = limits(LimitPolicy.OFF);
    public final EndSessions endSessions = new EndSessions(unitOfWork, sessions, remembered, notices);
    public final SessionQueries sessionQueries = new SessionQueries(unitOfWork, sessions, stamps);
    public final UserQueries userQueries = new UserQueries(unitOfWork, users, userCache);

    public final RegisterUser registerUser = new RegisterUser(unitOfWork, users, consents, passwords, notices);
    public final LogIn logIn = logIn(proof, noLimits, tokens);
    public final RecoverAccount recoverAccount = new RecoverAccount(
            unitOfWork, users, proof, noLimits, new BeginSession(unitOfWork, sessions, remembered, tokens, notices));
    public final RefreshSession refreshSession = new RefreshSession(unitOfWork, sessions, users, endSessions, tokens);
    public final RecentSignIn recentSignIn = recentSignIn(ReauthenticationPolicy.DEFAULT);
    public final LogOut logOut = new LogOut(sessionQueries, endSessions, recentSignIn);
    public final LogOutEverywhere logOutEverywhere = new LogOutEverywhere(endSessions, recentSignIn);
    public final ChangePassword changePassword = new ChangePassword(userQueries, users, passwords, proof, endSessions);
    public final LastAdmin lastAdmin = new LastAdmin(roles, users);
    public final Deletion deletion = new Deletion(users, lastAdmin, notices);
    public final DeleteAccount deleteAccount = new DeleteAccount(userQueries, proof, endSessions, deletion);
    public final VerifyEmail verifyEmail = new VerifyEmail(unitOfWork, users, userCache, notices);
    public final WantLetter wantLetter =
            new WantLetter(unitOfWork, letters, new Limits(ports.rateLimiter, LimitPolicy.OFF));
    public final ResetPassword resetPassword = new ResetPassword(unitOfWork, users, passwords, endSessions);
    public final ChangeEmail changeEmail = new ChangeEmail(unitOfWork, userQueries, users, proof, notices);
    public final ConfirmEmail confirmEmail = new ConfirmEmail(unitOfWork, users, userCache, notices);
    public final InMemoryMailer mailer = new InMemoryMailer();
    public final MailWriter mailWriter = new MailWriter(new PlainTemplates(), secrets, "https://muster.example.org");
    public final DeliverMail deliverMail = new DeliverMail(
            unitOfWork,
            outbox,
            new DeliverMail.Delivering(
                    new GrantWish(unitOfWork, users, links, outbox, stamps), links, mailWriter, mailer),
            stamps);
    public final Authenticate authenticate = new Authenticate(accessTokens, cache, unitOfWork, sessions, clock);

    /** What is mailed to someone by now, by its subject, in the order in which it was sent. */
    public List<String> mailedTo(String address) {
        deliverMail.deliver();
        return mailer.sentTo(new EmailAddress(address)).stream()
                .map(Mail::subject)
                .toList();
    }

    /** What the last link carries that was mailed to someone. */
    public String mailedLink(String address) {
        deliverMail.deliver();
        String text = mailer.sentTo(new EmailAddress(address)).getLast().text();
        return text.substring(text.indexOf("?token=") + "?token=".length());
    }

    /** What is recorded, newest first. */
    public List<AuditAction> recorded() {
        return unitOfWork
                .read(
                        Actor.SYSTEM,
                        () -> auditLog.find(AuditFilter.ALL, new PageRequest<>(PageRequest.MAX_LIMIT, null)))
                .items()
                .stream()
                .map(AuditEvent::action)
                .toList();
    }

    /** Links of another policy than the default one. */
    public MailLinks links(LinkPolicy policy) {
        return new MailLinks(ports.mailedTokens, secrets, letters, policy, stamps);
    }

    /** Proofs that a hasher gives, over the default policy of locks. */
    public PasswordProof proof(PasswordHasher verifier) {
        return new PasswordProof(unitOfWork, users, verifier, LockoutPolicy.DEFAULT, notices);
    }

    /** Tokens of another policy than the default one, which {@link #tokens} follows. */
    public SessionTokens tokens(SessionPolicy policy) {
        return new SessionTokens(accessTokens, secrets, policy, stamps);
    }

    /** What another policy than the default one asks for, by the clock of the stage. */
    public RecentSignIn recentSignIn(ReauthenticationPolicy policy) {
        return new RecentSignIn(policy, clock);
    }

    /** Signing in in another way than {@link #logIn}. */
    public LogIn logIn(PasswordProof how, SignInLimits limits, SessionTokens of) {
        return new LogIn(
                unitOfWork, users, how, limits, new BeginSession(unitOfWork, sessions, remembered, of, notices));
    }

    /** What the link carries that someone was sent last for a purpose. */
    public String linkTo(User user, MailedToken.Purpose purpose) {
        return unitOfWork
                .read(Actor.SYSTEM, () -> ports.mailedTokens.findLive(user.id(), purpose, clock.instant()))
                .map(token -> secrets.derive(purpose.seed(token.id())))
                .orElseThrow();
    }

    /** Limits that are counted by the clock of the stage. */
    public SignInLimits limits(LimitPolicy policy) {
        return new SignInLimits(new Limits(ports.rateLimiter, policy));
    }

    /** Who someone's tokens speak for. */
    public Principal principal(SignedIn signedIn) {
        return authenticate.authenticate(signedIn.accessToken());
    }

    /** Who someone is who signs in now, in a session that is stored nowhere. */
    public Principal justSignedIn(UserId user) {
        Instant now = clock.instant();
        return new Principal(user, SessionFixture.nextId(), Set.of(), now, now.plus(Duration.ofDays(30)));
    }

    /** Someone of this name at example.org who wants to join with {@link #PASSWORD}. */
    public static Registration wish(String name) {
        return new Registration(
                new EmailAddress(name + "@example.org"),
                new Username(name),
                new PersonName(name),
                PASSWORD,
                null,
                null);
    }

    /** Someone who has joined. */
    public User join(String name) {
        registerUser.register(wish(name));
        return stored(name);
    }

    /** Someone as stored by now. */
    public User stored(String name) {
        return unitOfWork
                .read(Actor.SYSTEM, () -> users.findByUsername(new Username(name)))
                .orElseThrow();
    }

    /** The hash of someone's password as stored by now. */
    public PasswordHash storedHash(String name) {
        return unitOfWork
                .read(Actor.SYSTEM, () -> users.findCredentialsByUsername(new Username(name)))
                .orElseThrow()
                .hash();
    }

    /** Tokens of a new session of someone who has joined. */
    public SignedIn signIn(String name) {
        return signIn(name, PASSWORD);
    }

    /** As {@link #signIn(String)}, by a password of one's own; the client holds no session so far. */
    public SignedIn signIn(String identifier, Password password) {
        return logIn.logIn(identifier, password, LAPTOP, null);
    }

    /** Tokens of someone whose account was deleted; the client holds no session so far. */
    public SignedIn recover(String identifier, Password password) {
        return recoverAccount.recover(identifier, password, LAPTOP, null);
    }

    /** Shuts an account, as an administrator would. */
    public void suspend(String name) {
        User user = stored(name);
        User suspended = new User(
                user.id(),
                user.identity(),
                UserStatus.SUSPENDED,
                user.roles(),
                user.profile(),
                user.signIns(),
                user.lifetime(),
                user.version() + 1);
        unitOfWork.write(Actor.SYSTEM, () -> {
            users.update(suspended);
            return suspended;
        });
    }
}
