package dev.muster.bootstrap.server;

import static java.util.Objects.requireNonNull;

import dev.muster.application.operations.HealthQueries;
import dev.muster.application.session.FollowChanges;
import dev.muster.application.session.PrepareSigningKeys;
import dev.muster.bootstrap.database.EmbeddedPostgres;
import dev.muster.bootstrap.settings.Setting;
import dev.muster.bootstrap.settings.Settings;
import dev.muster.bootstrap.settings.StartupFailure;
import dev.muster.domain.job.Job;
import dev.muster.domain.job.JobScheduler;
import dev.muster.security.session.MasterKey;
import dev.muster.security.session.UnsealFailure;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running Muster. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /** Requests in flight get this long; a statement never takes longer than its own time-out. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Settings settings;
    private final EmbeddedPostgres embedded;
    private @Nullable Database database;
    private @Nullable ApplicationContext context;
    private @Nullable EmbeddedServer http;
    private volatile boolean stopping;

    /** @param progress takes a sentence for each thing that takes its time */
    public Server(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        Settings.Pool pool = settings.pool();
        this.embedded = new EmbeddedPostgres(settings.dataFolder(), pool.size() + pool.overflow(), progress);
    }

    /**
     * Starts the database where it is ours, brings its schema up to date, and serves.
     *
     * @throws StartupFailure with one sentence for the person who started it; nothing is left running then
     */
    public synchronized void start() {
        try {
            MasterKey masterKey = MasterKeyFile.read(settings);
            database = Database.open(settings, embedded);
            database.migrate();
            try (ReservedSocket reserved = ReservedSocket.choose(settings.http())) {
                context = ServerContext.start(settings.onPort(reserved.port()), masterKey, database);
                context.getBean(PrepareSigningKeys.class).prepare();
                context.getBean(FollowChanges.class).follow();
            }
            http = context.getBean(EmbeddedServer.class).start();
            context.getBean(JobScheduler.class).start(List.copyOf(context.getBeansOfType(Job.class)));
            warnOfMail();
        } catch (Throwable fault) {
            close();
            throw asStartupFailure(fault, settings);
        }
    }

    /** Who runs it for others should not learn it from people who wait for a link. */
    private void warnOfMail() {
        if (settings.losesMail()) {
            LOG.warn(
                    "No mail is sent, as {} is not set: letters and their links are kept in the database and go nowhere.",
                    Setting.MUSTER_SMTP_URL);
        }
    }

    private static RuntimeException asStartupFailure(Throwable fault, Settings settings) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                String where = settings.http().host() + ":" + settings.http().port();
                return new StartupFailure(
                        "Can't listen on " + where + ": another program uses the port, or the address is not this"
                                + " machine's; set " + Setting.MUSTER_PORT + " or " + Setting.MUSTER_HOST + ".",
                        fault);
            }
            if (cause instanceof UnsealFailure sealed) {
                return new StartupFailure(String.valueOf(sealed.getMessage()), fault);
            }
        }
        return fault instanceof RuntimeException known ? known : new IllegalStateException(fault);
    }

    /** Returns when the embedded database is gone for good, so that there is nothing left but to stop; else never. */
    public void awaitLoss() throws InterruptedException {
        embedded.awaitLoss();
    }

    /** Where it can be reached from this machine, once it is started. */
    public synchronized URI address() {
        return requireNonNull(http, "not started").getURI();
    }

    /** Five lines for the person who started it, once it is started; none if it is to stop already. */
    public synchronized List<String> whereThingsAre() {
        if (stopping) {
            return List.of();
        }
        String base = settings.http().port() == 0
                ? address().toString()
                : settings.http().baseUrl();
        return List.of(
                "Muster " + Version.ofThisBuild() + " is ready; Ctrl-C stops it.",
                "  API        " + base + "/v1",
                "  Reference  " + base + "/docs",
                "  Health     " + base + "/health",
                "  Database   " + requireNonNull(database, "not started").description());
    }

    /**
     * Stops: takes no more requests, lets those in flight finish, then closes the pool, then the embedded database. Safe
     * from another thread: a start under way is finished first.
     */
    @Override
    public void close() {
        stopping = true;
        embedded.leaveAlone();
        stop();
    }

    private synchronized void stop() {
        boolean serving = http != null;
        if (http != null) {
            LOG.info(
                    "Muster stops: it takes no more requests, and lets those under way finish for {} s.",
                    GRACE.toSeconds());
            finishRequests(http);
            http = null;
        }
        if (context != null) {
            context.close();
            context = null;
        }
        embedded.close();
        if (serving) {
            LOG.info("Muster has stopped.");
        }
    }

    private static void finishRequests(EmbeddedServer http) {
        http.getApplicationContext().getBean(HealthQueries.class).stop();
        try {
            ((NettyEmbeddedServer) http)
                    .shutdownGracefully()
                    .toCompletableFuture()
                    .get(GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            LOG.warn("Some requests were still running after {} s and are cut off.", GRACE.toSeconds());
        } catch (ExecutionException fault) {
            LOG.warn("The HTTP server did not stop in order.", fault);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
