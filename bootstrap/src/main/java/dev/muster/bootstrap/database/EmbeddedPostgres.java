package dev.muster.bootstrap.database;

import dev.muster.bootstrap.settings.StartupFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL that Muster brings along: its programs and its data stay in the data folder, and it runs while this is open. Safe to close from another thread, as
 * a shutdown hook does: a start under way is finished first, then undone.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** For migrations, and for those who look inside; three more of them PostgreSQL keeps for its superuser. */
    private static final int SPARE_CONNECTIONS = 20;

    /** pg_ctl hands paths to a shell between double quotes. */
    private static final Pattern UNSAFE_IN_SHELL = Pattern.compile("[\"$`\\\\\\p{Cntrl}]");

    private final Path dataFolder;
    private final int connections;
    private final Consumer<String> progress;
    private @Nullable DataFolder held;
    private @Nullable Postmaster running;

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
        if (UNSAFE_IN_SHELL.matcher(dataFolder.toString()).find()) {
            throw new StartupFailure("The data folder " + dataFolder
                    + " has a character in its name that PostgreSQL's programs do not take: one of \" $ ` \\.");
        }
        try {
            held = DataFolder.hold(dataFolder);
            return start(held.path());
        } catch (IOException e) {
            close();
            throw DataFolder.unusable(dataFolder, e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private EmbeddedDatabase start(Path folder) throws IOException {
        PostgresPrograms programs = PostgresArchive.ofThisSystem().unpackInto(folder, progress);
        Cluster cluster = new Cluster(folder.resolve("database"));
        if (Files.exists(cluster.folder())) {
            cluster.requireMajorVersion();
        } else {
            new ClusterSetUp(programs).setUp(cluster);
        }
        running = new Postmaster(programs, cluster, PATIENCE);
        running.stopLeftover(progress);
        cluster.configure();
        int port = running.start(connections + SPARE_CONNECTIONS, progress);
        PostgresArchive.deleteOthers(programs);
        RolePasswords passwords = RolePasswords.load(cluster.passwords());
        return new EmbeddedDatabase(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + ClusterSetUp.DATABASE,
                new Login(RolePasswords.OWNER_ROLE, passwords.owner()),
                new Login(RolePasswords.APPLICATION_ROLE, passwords.application()));
    }

    /** Stops the server within a bounded time and lets go of the data folder. Connections that are still open are cut; close the pool first. */
    @Override
    public synchronized void close() {
        try {
            if (running != null) {
                running.stop();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            running = null;
            if (held != null) {
                held.close();
                held = null;
            }
        }
    }
}
