package dev.muster.testkit;

import dev.muster.testkit.audit.InMemoryAuditLog;
import dev.muster.testkit.document.InMemoryDocuments;
import dev.muster.testkit.document.PlainUnifiedDiff;
import dev.muster.testkit.execution.InMemoryExecutions;
import dev.muster.testkit.export.InMemoryExportFiles;
import dev.muster.testkit.export.InMemoryExports;
import dev.muster.testkit.idempotency.InMemoryAnswerSeal;
import dev.muster.testkit.idempotency.InMemoryIdempotencyKeys;
import dev.muster.testkit.job.InMemoryJobScheduler;
import dev.muster.testkit.limit.InMemoryRateLimiter;
import dev.muster.testkit.mail.InMemoryMailedTokens;
import dev.muster.testkit.mail.InMemoryOutbox;
import dev.muster.testkit.operations.InMemoryDatabaseHealth;
import dev.muster.testkit.operations.InMemoryExpiredTokens;
import dev.muster.testkit.privacy.InMemoryConsents;
import dev.muster.testkit.project.InMemoryProjects;
import dev.muster.testkit.session.FastTokenSecrets;
import dev.muster.testkit.session.HmacAccessTokens;
import dev.muster.testkit.session.InMemorySessionCache;
import dev.muster.testkit.session.InMemorySessions;
import dev.muster.testkit.session.InMemorySigningKeys;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.MonotonicIds;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.task.InMemoryTaskCensus;
import dev.muster.testkit.task.InMemoryTaskDirectory;
import dev.muster.testkit.task.InMemoryTaskGraph;
import dev.muster.testkit.task.InMemoryTasks;
import dev.muster.testkit.template.InMemoryTaskTemplates;
import dev.muster.testkit.user.FastPasswordHasher;
import dev.muster.testkit.user.InMemoryRoles;
import dev.muster.testkit.user.InMemoryUserCache;
import dev.muster.testkit.user.InMemoryUserDirectory;
import dev.muster.testkit.user.InMemoryUsers;
import java.util.List;

/** Every port of one installation in memory, all over one unit of work and one clock; ready to sign tokens. */
public final class InMemoryMuster {

    public final TestClock clock = new TestClock();
    public final MonotonicIds ids = new MonotonicIds(clock);

    public final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    public final InMemoryUsers users = new InMemoryUsers(unitOfWork);
    public final InMemoryRoles roles = new InMemoryRoles(unitOfWork, users);
    public final InMemoryUserDirectory directory = new InMemoryUserDirectory(unitOfWork, users, clock);
    public final InMemorySessions sessions = new InMemorySessions(unitOfWork, users, roles);
    public final InMemorySigningKeys signingKeys = new InMemorySigningKeys(unitOfWork);
    public final InMemoryConsents consents = new InMemoryConsents(unitOfWork);
    public final InMemoryProjects projects = new InMemoryProjects(unitOfWork);
    public final InMemoryExecutions executions = new InMemoryExecutions(unitOfWork, projects);
    public final InMemoryDocuments documents = new InMemoryDocuments(unitOfWork, projects);
    public final InMemoryExports exports = new InMemoryExports(unitOfWork, projects);
    public final InMemoryExportFiles exportFiles = new InMemoryExportFiles();
    public final InMemoryTasks tasks = new InMemoryTasks(unitOfWork, projects, clock);
    public final InMemoryTaskDirectory taskDirectory = new InMemoryTaskDirectory(tasks);
    public final InMemoryTaskCensus taskCensus = new InMemoryTaskCensus(unitOfWork, tasks, users, clock);
    public final InMemoryTaskGraph taskGraph = new InMemoryTaskGraph(tasks);
    public final InMemoryTaskTemplates templates = new InMemoryTaskTemplates(unitOfWork, tasks);
    public final InMemoryAuditLog auditLog = new InMemoryAuditLog(unitOfWork, users);
    public final InMemoryMailedTokens mailedTokens = new InMemoryMailedTokens(unitOfWork);
    public final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
    public final InMemoryExpiredTokens expiredTokens = new InMemoryExpiredTokens(sessions, mailedTokens, clock);
    public final InMemoryIdempotencyKeys idempotencyKeys = new InMemoryIdempotencyKeys(unitOfWork);

    public final FastPasswordHasher hasher = new FastPasswordHasher();
    public final FastTokenSecrets secrets = new FastTokenSecrets();
    public final InMemoryAnswerSeal answerSeal = new InMemoryAnswerSeal();
    public final HmacAccessTokens accessTokens = new HmacAccessTokens("master key of tests");
    public final InMemorySessionCache sessionCache = new InMemorySessionCache();
    public final InMemoryUserCache userCache = new InMemoryUserCache();
    public final InMemoryRateLimiter rateLimiter = new InMemoryRateLimiter(clock);
    public final InMemoryJobScheduler jobScheduler = new InMemoryJobScheduler(clock);
    public final InMemoryDatabaseHealth databaseHealth = new InMemoryDatabaseHealth();
    public final PlainUnifiedDiff unifiedDiff = new PlainUnifiedDiff();

    public InMemoryMuster() {
        accessTokens.use(List.of(accessTokens.generateKey(clock.instant())));
    }
}
