package dev.muster.bootstrap.database;

import dev.muster.bootstrap.settings.StartupFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL that Muster brings along: its programs and its data stay in the data folder, and it runs while this is open, started again where it ends by itself. Safe to close from another thread, as
 * a shutdown hook does: a start under way is finished first, then undone.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(50);

    /** For migrations, and for those who look inside; three more of them PostgreSQL keeps for its superuser. */
    private static final int SPARE_CONNECTIONS = 20;

    /** pg_ctl hands paths to a shell between double quotes. */
    private static final Pattern UNSAFE_IN_SHELL = Pattern.compile("[\"$`\\\\\\p{Cntrl}]");

    private final Path dataFolder;
    private final int connections;
    private final Consumer<String> progress;
    private @Nullable DataFolder held;
    private @Nullable Postmaster running;
    private volatile @Nullable PostmasterWatch watch;
    private final CountDownLatch lost = new CountDownLatch(1);

    /**
     * @param dataFolder made if it is missing; a {@code postgresql.local.conf} in it is read after Muster's own settings of PostgreSQL
     * @param connections that the application may open at the same time; some more are left for maintenance
     * @param progress takes a sentence for each thing that takes its time or that someone should know
     */
    public EmbeddedPostgres(Path dataFolder, int connections, Consumer<String> progress) {
        this.dataFolder = dataFolder.toAbsolutePath().normalize();
        this.connections = connections;
        this.progress = progress;
    }

    /**
     * Starts the server, and at the first start sets the database up.
     *
     * @throws StartupFailure with one sentence, if the folder cannot be used or is in use, the system is not supported, another major version made the data, or
     *     PostgreSQL does not start; nothing is left running then
     */
    public synchronized EmbeddedDatabase start() {
        return opened(() -> start(DataFolder.hold(dataFolder)));
    }

    /**
     * Starts the server as {@link #start} does, or finds the one that another Muster runs on the data folder, which {@link #close} then leaves alone: for short work on the
     * database, whether a server is using it or not.
     *
     * @throws StartupFailure as {@link #start}, or if another Muster holds the folder and its server does not get ready
     */
    public synchronized EmbeddedDatabase startOrJoin() {
        return opened(() -> {
            Optional<DataFolder> folder = DataFolder.tryHold(dataFolder);
            return folder.isPresent() ? start(folder.get()) : join();
        });
    }

    private interface Opening {
        EmbeddedDatabase open() throws IOException;
    }

    private EmbeddedDatabase opened(Opening opening) {
        requireNameForShell();
        try {
            return opening.open();
        } catch (IOException e) {
            close();
            throw DataFolder.unusable(dataFolder, e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void requireNameForShell() {
        if (UNSAFE_IN_SHELL.matcher(dataFolder.toString()).find()) {
            throw new StartupFailure("The data folder " + dataFolder
                    + " has a character in its name that PostgreSQL's programs do not take: one of \" $ ` \\.");
        }
    }

    private EmbeddedDatabase join() throws IOException {
        Cluster cluster = Cluster.in(dataFolder.toRealPath());
        long begin = System.nanoTime();
        while (true) {
            Optional<PostmasterFile> server = PostmasterFile.read(cluster.data())
                    .filter(PostmasterFile::isReady)
                    .filter(PostmasterFile::isServerAlive);
            if (server.isPresent()) {
                return EmbeddedDatabase.at(server.get().port(), RolePasswords.load(cluster.passwords()));
            }
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new StartupFailure("Another Muster uses the data folder " + dataFolder
                        + ", but its PostgreSQL has not been ready for " + PATIENCE.toSeconds() + " seconds.");
            }
            Uninterrupted.pause(LOOK);
        }
    }

    private EmbeddedDatabase start(DataFolder ours) throws IOException {
        held = ours;
        Path folder = ours.path();
        PostgresPrograms programs = PostgresArchive.ofThisSystem().unpackInto(folder, progress);
        Cluster cluster = Cluster.in(folder);
        if (Files.exists(cluster.folder())) {
            cluster.requireMajorVersion();
        } else {
            new ClusterSetUp(programs).setUp(cluster);
        }
        running = new Postmaster(programs, cluster, PATIENCE);
        running.stopLeftover(progress);
        cluster.configure();
        Postmaster.Place place = running.start(connections + SPARE_CONNECTIONS, progress);
        PostgresArchive.deleteOthers(programs);
        RolePasswords passwords = RolePasswords.load(cluster.passwords());
        watch = new PostmasterWatch(running, place, lost::countDown).begin();
        return EmbeddedDatabase.at(place.port(), passwords);
    }

    /** Returns when the server has ended by itself and can't be started again. While all is well, that is never. */
    public void awaitLoss() throws InterruptedException {
        lost.await();
    }

    /** From now on a server that ends is not started again: for a stop in order, which takes its time. Never waits. */
    public void leaveAlone() {
        PostmasterWatch watching = watch;
        if (watching != null) {
            watching.end();
        }
    }

    /** Stops the server within a bounded time and lets go of the data folder. Connections that are still open are cut; close the pool first. */
    @Override
    public synchronized void close() {
        try {
            if (watch != null) {
                watch.close();
            }
            if (running != null) {
                running.stop();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            watch = null;
            running = null;
            if (held != null) {
                held.close();
                held = null;
            }
        }
    }
}
