package dev.muster.persistence.shared;

import static dev.muster.domain.shared.Actor.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.audit.AuditFilter;
import dev.muster.domain.audit.AuditLog;
import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.document.Documents;
import dev.muster.domain.document.Revision;
import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.MailedToken;
import dev.muster.domain.mail.MailedTokens;
import dev.muster.domain.mail.Outbox;
import dev.muster.domain.project.Project;
import dev.muster.domain.project.Projects;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.task.TaskCensus;
import dev.muster.domain.user.LockoutPolicy;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.Roles;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserDirectory;
import dev.muster.domain.user.UserFilter;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import dev.muster.testkit.audit.AuditFixture;
import dev.muster.testkit.document.DocumentFixture;
import dev.muster.testkit.mail.LetterFixture;
import dev.muster.testkit.mail.MailedTokenFixture;
import dev.muster.testkit.project.ProjectFixture;
import dev.muster.testkit.session.SessionFixture;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserFixture;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Calls about everything but tasks go to the server once each, or as often as is said. */
final class RoundTripsTest {

    @AutoClose
    private static final RoundTrips trips = RoundTrips.start();

    @Test
    void everyCallAboutDocumentsIsOneButToWaitAndToRead() {
        UserId owner = trips.storedUser().id();
        Project project = ProjectFixture.aProject(owner).build();
        trips.ofOneWrite(owner, () -> trips.bean(Projects.class).insert(project));
        Documents documents = trips.bean(Documents.class);
        DocumentText text = DocumentFixture.aDocument(project).build();
        Document document = text.document();
        Revision revision = DocumentFixture.revision(owner, "two");
        Document revised = document.revised(document.title(), revision, TestClock.START);

        assertThat(trips.ofOneWrite(owner, () -> documents.insert(document, text.content(), Document.MAX_IN_PROJECT)))
                .isEqualTo(1);
        assertThat(trips.ofOneWrite(owner, () -> documents.update(revised, revision.content())))
                .isEqualTo(1);
        assertThat(trips.ofRead(owner, () -> documents.find(owner, document.id())))
                .isEqualTo(1);
        assertThat(trips.ofRead(owner, () -> documents.findText(owner, document.id())))
                .isEqualTo(1);
        assertThat(trips.ofRead(owner, () -> documents.findText(owner, document.id(), 1)))
                .isEqualTo(1);
        assertThat(trips.ofRead(owner, () -> documents.findPage(owner, project.id(), new PageRequest<>(20, null))))
                .isEqualTo(1);
        assertThat(trips.ofRead(
                        owner, () -> documents.findVersionPage(owner, document.id(), new PageRequest<>(20, null))))
                .isEqualTo(1);
        assertThat(trips.ofRead(owner, () -> documents.findToChange(owner, document.id())))
                .isEqualTo(2);
        assertThat(trips.ofOneWrite(owner, () -> documents.update(revised.deleted(TestClock.START))))
                .isEqualTo(1);
    }

    @Test
    void everyCallAboutUsersIsOne() {
        Users users = trips.bean(Users.class);
        User user = UserFixture.everythingKnown();

        assertThat(trips.ofOneWrite(user.id(), () -> users.insert(user, UserFixture.HASH)))
                .isEqualTo(1);
        assertThat(trips.ofRead(user.id(), () -> users.find(user.id()))).isEqualTo(1);
        assertThat(trips.ofRead(
                        user.id(), () -> users.findByEmail(user.identity().email())))
                .isEqualTo(1);
        assertThat(trips.ofRead(user.id(), () -> users.findCredentials(user.id())))
                .isEqualTo(1);
        assertThat(trips.ofRead(
                        user.id(),
                        () -> users.findCredentialsByEmail(user.identity().email())))
                .isEqualTo(1);
        assertThat(trips.ofOneWrite(user.id(), () -> users.update(user.with(user.details(), TestClock.START))))
                .isEqualTo(1);
        assertThat(trips.ofOneWrite(
                        user.id(), () -> users.recordLogin(UserFixture.credentials(user), TestClock.START, null)))
                .isEqualTo(1);
        assertThat(trips.ofOneWrite(
                        user.id(), () -> users.recordFailure(user.id(), TestClock.START, LockoutPolicy.DEFAULT)))
                .isEqualTo(1);
        PasswordHash hash = UserFixture.HASH;
        assertThat(trips.ofOneWrite(user.id(), () -> users.changePassword(user.id(), hash, hash, TestClock.START)))
                .isEqualTo(1);
        assertThat(trips.ofRead(
                        user.id(),
                        () -> users.findDeletedCredentialsByEmail(
                                user.identity().email(), TestClock.START)))
                .isEqualTo(1);
    }

    @Test
    void everyCallAboutRolesAndTheDirectoryIsOne() {
        Roles roles = trips.bean(Roles.class);
        UserDirectory directory = trips.bean(UserDirectory.class);
        UserId user = trips.storedUser().id();
        UserFilter filter = new UserFilter("any words", null, null, null, Role.USER, null, null);

        assertThat(trips.ofRead(user, roles::findAll)).isEqualTo(1);
        assertThat(trips.ofRead(user, () -> roles.find(Role.ADMIN))).isEqualTo(1);
        assertThat(trips.ofOneWrite(user, () -> roles.grant(user, Role.ADMIN))).isEqualTo(1);
        assertThat(trips.ofRead(user, () -> roles.findPermissions(user))).isEqualTo(1);
        assertThat(trips.ofRead(user, () -> roles.countActive(Role.ADMIN))).isEqualTo(1);
        assertThat(trips.ofOneWrite(user, () -> roles.withdraw(user, Role.ADMIN)))
                .isEqualTo(1);
        assertThat(trips.ofRead(user, () -> directory.find(filter, new PageRequest<>(20, null))))
                .isEqualTo(1);
        assertThat(trips.ofRead(user, () -> directory.count(filter))).isEqualTo(1);
        assertThat(trips.ofRead(user, directory::statistics)).isEqualTo(1);
        assertThat(trips.ofRead(user, () -> trips.bean(TaskCensus.class).statistics()))
                .isEqualTo(1);
    }

    @Test
    void everyCallAboutSessionsIsOne() {
        Sessions sessions = trips.bean(Sessions.class);
        UserId user = trips.storedUser().id();
        Session session = SessionFixture.session(user);
        RefreshToken first = SessionFixture.first(session);
        RefreshToken second = SessionFixture.successor(first, session, TestClock.START);
        var end = new Session.End(TestClock.START, EndReason.LOGOUT);

        assertThat(trips.ofOneWrite(user, () -> sessions.insert(session, first)))
                .isEqualTo(1);
        assertThat(trips.ofRead(user, () -> sessions.findStanding(session.id())))
                .isEqualTo(1);
        assertThat(trips.ofRead(user, () -> sessions.findToken(first.hash()))).isEqualTo(1);
        assertThat(trips.ofOneWrite(user, () -> sessions.rotate(first, second))).isEqualTo(1);
        assertThat(trips.ofRead(user, () -> sessions.findLive(user, TestClock.START)))
                .isEqualTo(1);
        assertThat(trips.ofRead(user, () -> sessions.findLineage(session.id(), new PageRequest<>(20, null))))
                .isEqualTo(1);
        assertThat(trips.ofOneWrite(user, () -> sessions.endOldest(user, 1, end)))
                .isEqualTo(1);
        assertThat(trips.ofOneWrite(user, () -> sessions.end(session.id(), end)))
                .isEqualTo(1);
        assertThat(trips.ofOneWrite(user, () -> sessions.endAll(user, null, end)))
                .isEqualTo(1);
    }

    @Test
    void everyCallAboutTheAuditLogIsOne() {
        UserId user = trips.storedUser().id();
        AuditLog log = trips.bean(AuditLog.class);
        AuditEvent event = AuditFixture.anEntry().actor(user).build();

        assertThat(trips.ofOneWrite(user, () -> log.insert(event))).isEqualTo(1);
        assertThat(trips.ofRead(user, () -> log.find(AuditFilter.ALL, new PageRequest<>(20, null))))
                .isEqualTo(1);
        assertThat(trips.ofOneWrite(user, () -> log.makeRoom(12))).isEqualTo(1);
    }

    @Test
    void everyCallAboutMailIsOne() {
        Outbox outbox = trips.bean(Outbox.class);
        MailedTokens tokens = trips.bean(MailedTokens.class);
        UserId user = trips.storedUser().id();
        Letter letter = LetterFixture.everythingKnown(user);
        MailedToken token = MailedTokenFixture.token(user, MailedToken.Purpose.RESET_PASSWORD);
        TokenHash hash = MailedTokenFixture.hash(token);
        Instant now = token.createdAt();

        assertThat(trips.ofOneWrite(user, () -> outbox.insert(letter))).isEqualTo(1);
        assertThat(trips.ofOneWrite(user, () -> outbox.take(now, now.plusSeconds(60), 10)))
                .isEqualTo(1);
        assertThat(trips.ofOneWrite(user, () -> outbox.delivered(letter.id(), now)))
                .isEqualTo(1);
        assertThat(trips.ofOneWrite(user, () -> tokens.insert(token, hash))).isEqualTo(1);
        assertThat(trips.ofRead(user, () -> tokens.find(hash, token.purpose(), now)))
                .isEqualTo(1);
        assertThat(trips.ofRead(user, () -> tokens.findLive(user, token.purpose(), now)))
                .isEqualTo(1);
        assertThat(trips.ofOneWrite(user, () -> tokens.use(hash, token.purpose(), now)))
                .isEqualTo(1);
    }

    @Test
    void transactionAddsItsCommitAlone() {
        Users users = trips.bean(Users.class);
        User user = trips.storedUser();

        assertThat(trips.of(unit -> unit.write(SYSTEM, () -> {
                    users.recordLogin(UserFixture.credentials(user), TestClock.START, null);
                    return users.findCredentials(user.id());
                })))
                .isEqualTo(3);
    }
}
