package dev.muster.persistence.shared;

import static dev.muster.domain.shared.Actor.SYSTEM;
import static dev.muster.testkit.task.TaskFixture.aTask;
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
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.project.Projects;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskCensus;
import dev.muster.domain.task.TaskDirectory;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.task.Tasks;
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
import dev.muster.testkit.database.TestDatabase;
import dev.muster.testkit.document.DocumentFixture;
import dev.muster.testkit.mail.LetterFixture;
import dev.muster.testkit.mail.MailedTokenFixture;
import dev.muster.testkit.project.ProjectFixture;
import dev.muster.testkit.session.SessionFixture;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.task.FilterFixture;
import dev.muster.testkit.user.UserFixture;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Round trips decide the speed; these are counted on the wire, with one connection that has warmed up. */
final class RoundTripsTest {

    private static Wire wire;
    private static ApplicationContext context;

    @BeforeAll
    static void connect() throws IOException {
        TestDatabase database = Stores.shared().database();
        wire = new Wire(database.jdbcUrl());
        context = Stores.context(database, wire.jdbcUrl(), 1, Duration.ofSeconds(10));
        // The driver asks each connection once what separates the elements of an array.
        UserId user = storedUser().id();
        ofRead(user, () -> context.getBean(Users.class).find(user));
    }

    @AfterAll
    static void disconnect() {
        context.close();
        wire.close();
    }

    @Test
    void everyCallAboutTasksIsOne() {
        UserId owner = storedUser().id();
        Tasks tasks = context.getBean(Tasks.class);
        Task task = aTask(owner).labels("red").build();

        assertThat(ofOneWrite(owner, () -> tasks.insert(task))).isEqualTo(1);
        assertThat(ofRead(owner, () -> tasks.find(owner, task.id()))).isEqualTo(1);
        assertThat(ofRead(owner, () -> tasks.find(owner, new TaskKey(new ProjectKey("KAN"), 1))))
                .isEqualTo(1);
        assertThat(ofRead(owner, () -> tasks.findAll(owner, List.of(task.id()))))
                .isEqualTo(1);
        assertThat(ofOneWrite(owner, () -> tasks.update(task.deleted(TestClock.START))))
                .isEqualTo(1);
    }

    @Test
    void everyCallAboutDocumentsIsOneButToWaitAndToRead() {
        UserId owner = storedUser().id();
        Project project = ProjectFixture.aProject(owner).build();
        ofOneWrite(owner, () -> context.getBean(Projects.class).insert(project));
        Documents documents = context.getBean(Documents.class);
        DocumentText text = DocumentFixture.aDocument(project).build();
        Document document = text.document();
        Revision revision = DocumentFixture.revision(owner, "two");
        Document revised = document.revised(document.title(), revision, TestClock.START);

        assertThat(ofOneWrite(owner, () -> documents.insert(document, text.content(), Document.MAX_IN_PROJECT)))
                .isEqualTo(1);
        assertThat(ofOneWrite(owner, () -> documents.update(revised, revision.content())))
                .isEqualTo(1);
        assertThat(ofRead(owner, () -> documents.find(owner, document.id()))).isEqualTo(1);
        assertThat(ofRead(owner, () -> documents.findText(owner, document.id())))
                .isEqualTo(1);
        assertThat(ofRead(owner, () -> documents.findText(owner, document.id(), 1)))
                .isEqualTo(1);
        assertThat(ofRead(owner, () -> documents.findPage(owner, project.id(), new PageRequest<>(20, null))))
                .isEqualTo(1);
        assertThat(ofRead(owner, () -> documents.findVersionPage(owner, document.id(), new PageRequest<>(20, null))))
                .isEqualTo(1);
        assertThat(ofRead(owner, () -> documents.findToChange(owner, document.id())))
                .isEqualTo(2);
        assertThat(ofOneWrite(owner, () -> documents.update(revised.deleted(TestClock.START))))
                .isEqualTo(1);
    }

    @Test
    void everyListOfTasksIsOneAndOneMoreForAText() {
        UserId owner = storedUser().id();
        TaskDirectory directory = context.getBean(TaskDirectory.class);
        PageRequest<TaskPosition> page = new PageRequest<>(20, null);
        TaskFilter text = FilterFixture.text("any words");

        assertThat(ofRead(owner, () -> directory.findPage(owner, TaskFilter.LIVE, TaskOrder.NEWEST_FIRST, page)))
                .isEqualTo(1);
        assertThat(ofRead(owner, () -> directory.count(owner, TaskFilter.LIVE))).isEqualTo(1);
        assertThat(ofRead(owner, () -> directory.summarise(owner, TaskFilter.LIVE, TestClock.START)))
                .isEqualTo(1);
        assertThat(ofRead(owner, () -> directory.similar(owner, new TaskKey(new ProjectKey("KAN"), 1), 5)))
                .isEqualTo(1);
        assertThat(ofRead(owner, () -> directory.findPage(owner, text, TaskOrder.BEST_FIRST, page)))
                .isEqualTo(2);
        assertThat(ofRead(owner, () -> directory.count(owner, text))).isEqualTo(2);
    }

    @Test
    void hundredTasksAreStoredAndChangedInAFewRoundTrips() {
        UserId owner = storedUser().id();
        Tasks tasks = context.getBean(Tasks.class);
        List<Task> many = Stream.generate(() -> aTask(owner).build()).limit(100).toList();
        List<Task> changed =
                many.stream().map(task -> task.deleted(TestClock.START)).toList();
        // Who acts, the statements in one or two packets, the commit; the first time the driver also asks for their
        // types.
        assertThat(ofWrite(owner, () -> tasks.insertAll(many))).isLessThan(10);
        assertThat(ofWrite(owner, () -> tasks.updateAll(changed))).isLessThan(10);
    }

    @Test
    void everyCallAboutTheGraphIsOne() {
        UserId owner = storedUser().id();
        TaskGraph graph = context.getBean(TaskGraph.class);
        Task one = aTask(owner).build();
        Task other = aTask(owner).build();
        ofOneWrite(owner, () -> context.getBean(Tasks.class).insert(one));
        ofOneWrite(owner, () -> context.getBean(Tasks.class).insert(other));

        assertThat(ofOneWrite(owner, () -> graph.block(owner, one.id(), other.id())))
                .isEqualTo(1);
        assertThat(ofRead(owner, () -> graph.waitsFor(owner, one.id(), other.id())))
                .isEqualTo(1);
        assertThat(ofRead(owner, () -> graph.ancestors(owner, one.id()))).isEqualTo(1);
        assertThat(ofRead(owner, () -> graph.height(owner, one.id()))).isEqualTo(1);
        assertThat(ofOneWrite(owner, () -> graph.unblock(owner, one.id(), other.id())))
                .isEqualTo(1);
        assertThat(ofWrite(owner, () -> graph.lock(owner))).isEqualTo(2);
    }

    @Test
    void everyCallAboutUsersIsOne() {
        Users users = context.getBean(Users.class);
        User user = UserFixture.everythingKnown();

        assertThat(ofOneWrite(user.id(), () -> users.insert(user, UserFixture.HASH)))
                .isEqualTo(1);
        assertThat(ofRead(user.id(), () -> users.find(user.id()))).isEqualTo(1);
        assertThat(ofRead(user.id(), () -> users.findByEmail(user.identity().email())))
                .isEqualTo(1);
        assertThat(ofRead(user.id(), () -> users.findCredentials(user.id()))).isEqualTo(1);
        assertThat(ofRead(
                        user.id(),
                        () -> users.findCredentialsByEmail(user.identity().email())))
                .isEqualTo(1);
        assertThat(ofOneWrite(user.id(), () -> users.update(user.with(user.details(), TestClock.START))))
                .isEqualTo(1);
        assertThat(ofOneWrite(user.id(), () -> users.recordLogin(UserFixture.credentials(user), TestClock.START, null)))
                .isEqualTo(1);
        assertThat(ofOneWrite(user.id(), () -> users.recordFailure(user.id(), TestClock.START, LockoutPolicy.DEFAULT)))
                .isEqualTo(1);
        PasswordHash hash = UserFixture.HASH;
        assertThat(ofOneWrite(user.id(), () -> users.changePassword(user.id(), hash, hash, TestClock.START)))
                .isEqualTo(1);
        assertThat(ofRead(
                        user.id(),
                        () -> users.findDeletedCredentialsByEmail(
                                user.identity().email(), TestClock.START)))
                .isEqualTo(1);
    }

    @Test
    void everyCallAboutRolesAndTheDirectoryIsOne() {
        Roles roles = context.getBean(Roles.class);
        UserDirectory directory = context.getBean(UserDirectory.class);
        UserId user = storedUser().id();
        UserFilter filter = new UserFilter("any words", null, null, null, Role.USER, null, null);

        assertThat(ofRead(user, roles::findAll)).isEqualTo(1);
        assertThat(ofRead(user, () -> roles.find(Role.ADMIN))).isEqualTo(1);
        assertThat(ofOneWrite(user, () -> roles.grant(user, Role.ADMIN))).isEqualTo(1);
        assertThat(ofRead(user, () -> roles.findPermissions(user))).isEqualTo(1);
        assertThat(ofRead(user, () -> roles.countActive(Role.ADMIN))).isEqualTo(1);
        assertThat(ofOneWrite(user, () -> roles.withdraw(user, Role.ADMIN))).isEqualTo(1);
        assertThat(ofRead(user, () -> directory.find(filter, new PageRequest<>(20, null))))
                .isEqualTo(1);
        assertThat(ofRead(user, () -> directory.count(filter))).isEqualTo(1);
        assertThat(ofRead(user, directory::statistics)).isEqualTo(1);
        assertThat(ofRead(user, () -> context.getBean(TaskCensus.class).statistics()))
                .isEqualTo(1);
    }

    @Test
    void everyCallAboutSessionsIsOne() {
        Sessions sessions = context.getBean(Sessions.class);
        UserId user = storedUser().id();
        Session session = SessionFixture.session(user);
        RefreshToken first = SessionFixture.first(session);
        RefreshToken second = SessionFixture.successor(first, session, TestClock.START);
        var end = new Session.End(TestClock.START, EndReason.LOGOUT);

        assertThat(ofOneWrite(user, () -> sessions.insert(session, first))).isEqualTo(1);
        assertThat(ofRead(user, () -> sessions.findStanding(session.id()))).isEqualTo(1);
        assertThat(ofRead(user, () -> sessions.findToken(first.hash()))).isEqualTo(1);
        assertThat(ofOneWrite(user, () -> sessions.rotate(first, second))).isEqualTo(1);
        assertThat(ofRead(user, () -> sessions.findLive(user, TestClock.START))).isEqualTo(1);
        assertThat(ofRead(user, () -> sessions.findLineage(session.id(), new PageRequest<>(20, null))))
                .isEqualTo(1);
        assertThat(ofOneWrite(user, () -> sessions.endOldest(user, 1, end))).isEqualTo(1);
        assertThat(ofOneWrite(user, () -> sessions.end(session.id(), end))).isEqualTo(1);
        assertThat(ofOneWrite(user, () -> sessions.endAll(user, null, end))).isEqualTo(1);
    }

    @Test
    void everyCallAboutTheAuditLogIsOne() {
        UserId user = storedUser().id();
        AuditLog log = context.getBean(AuditLog.class);
        AuditEvent event = AuditFixture.anEntry().actor(user).build();

        assertThat(ofOneWrite(user, () -> log.insert(event))).isEqualTo(1);
        assertThat(ofRead(user, () -> log.find(AuditFilter.ALL, new PageRequest<>(20, null))))
                .isEqualTo(1);
        assertThat(ofOneWrite(user, () -> log.makeRoom(12))).isEqualTo(1);
    }

    @Test
    void everyCallAboutMailIsOne() {
        Outbox outbox = context.getBean(Outbox.class);
        MailedTokens tokens = context.getBean(MailedTokens.class);
        UserId user = storedUser().id();
        Letter letter = LetterFixture.everythingKnown(user);
        MailedToken token = MailedTokenFixture.token(user, MailedToken.Purpose.RESET_PASSWORD);
        TokenHash hash = MailedTokenFixture.hash(token);
        Instant now = token.createdAt();

        assertThat(ofOneWrite(user, () -> outbox.insert(letter))).isEqualTo(1);
        assertThat(ofOneWrite(user, () -> outbox.take(now, now.plusSeconds(60), 10)))
                .isEqualTo(1);
        assertThat(ofOneWrite(user, () -> outbox.delivered(letter.id(), now))).isEqualTo(1);
        assertThat(ofOneWrite(user, () -> tokens.insert(token, hash))).isEqualTo(1);
        assertThat(ofRead(user, () -> tokens.find(hash, token.purpose(), now))).isEqualTo(1);
        assertThat(ofRead(user, () -> tokens.findLive(user, token.purpose(), now)))
                .isEqualTo(1);
        assertThat(ofOneWrite(user, () -> tokens.use(hash, token.purpose(), now)))
                .isEqualTo(1);
    }

    @Test
    void transactionAddsItsCommitAlone() {
        Users users = context.getBean(Users.class);
        User user = storedUser();

        assertThat(of(unit -> unit.write(SYSTEM, () -> {
                    users.recordLogin(UserFixture.credentials(user), TestClock.START, null);
                    return users.findCredentials(user.id());
                })))
                .isEqualTo(3);
    }

    @Test
    void statementsThatComeOftenArePreparedOnTheServer() {
        UserId owner = storedUser().id();
        Tasks tasks = context.getBean(Tasks.class);
        CurrentUnit current = context.getBean(CurrentUnit.class);
        for (int time = 0; time < 6; time++) {
            ofRead(owner, () -> tasks.find(owner, aTask(owner).build().id()));
        }
        List<String> prepared = context.getBean(UnitOfWork.class)
                .read(
                        SYSTEM,
                        () -> current.query(
                                Sql.plain("select statement from pg_prepared_statements"),
                                parameters -> {},
                                Columns::text));

        assertThat(prepared)
                .anyMatch(text -> text.contains("set_config('muster.user_id', $1, true)"))
                .anyMatch(text -> text.contains("from muster.tasks t where t.user_id = $1 and t.id = $2"));
    }

    private static User storedUser() {
        User user = UserFixture.aUser().build();
        ofOneWrite(user.id(), () -> context.getBean(Users.class).insert(user, UserFixture.HASH));
        return user;
    }

    private static int ofRead(UserId actor, Runnable call) {
        return of(unit -> unit.read(actor.asActor(), () -> run(call)));
    }

    private static int ofOneWrite(UserId actor, Runnable call) {
        return of(unit -> unit.writeOne(actor.asActor(), () -> run(call)));
    }

    private static int ofWrite(UserId actor, Runnable call) {
        return of(unit -> unit.write(actor.asActor(), () -> run(call)));
    }

    private static int of(Consumer<UnitOfWork> work) {
        UnitOfWork unitOfWork = context.getBean(UnitOfWork.class);
        // The pool asks a connection that was idle for half a second whether it is still there.
        unitOfWork.read(SYSTEM, () -> context.getBean(Users.class).find(UserFixture.nextId()));
        return wire.roundTripsOf(() -> work.accept(unitOfWork));
    }

    private static boolean run(Runnable call) {
        call.run();
        return true;
    }
}
