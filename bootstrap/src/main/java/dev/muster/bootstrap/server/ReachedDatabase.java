package dev.muster.bootstrap.server;

import dev.muster.bootstrap.database.EmbeddedPostgres;
import dev.muster.bootstrap.settings.Settings;
import dev.muster.bootstrap.settings.StartupFailure;
import java.util.function.Consumer;

/**
 * The database as a command reaches it: that of DATABASE_URL, or the embedded one, whether a server is using it or not. Where none is, the embedded PostgreSQL runs until this is
 * closed, and nobody else can start on its data folder meanwhile.
 */
public final class ReachedDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 10;

    private final EmbeddedPostgres embedded;
    private final Database database;

    private ReachedDatabase(EmbeddedPostgres embedded, Database database) {
        this.embedded = embedded;
        this.database = database;
    }

    /**
     * Connects to nothing yet and changes no schema.
     *
     * @param progress takes a sentence for each thing that takes its time
     * @throws StartupFailure with one sentence for the person who gave the command; nothing is left running then
     */
    public static ReachedDatabase reach(Settings settings, Consumer<String> progress) {
        var embedded = new EmbeddedPostgres(settings.dataFolder(), CONNECTIONS, progress);
        // Ctrl-C ends the JVM where it stands: a PostgreSQL that was started must not stay.
        Runtime.getRuntime().addShutdownHook(new Thread(embedded::close, "stop"));
        return new ReachedDatabase(embedded, Database.reach(settings, embedded));
    }

    public Database database() {
        return database;
    }

    @Override
    public void close() {
        embedded.close();
    }
}
