package dev.muster.bootstrap.server;

import dev.muster.bootstrap.settings.Settings;
import dev.muster.bootstrap.settings.StartupFailure;
import dev.muster.security.session.MasterKey;
import io.micronaut.context.ApplicationContext;

/** The use cases as a server has them, for a command: nothing listens, and nothing runs by itself. */
public final class UseCases implements AutoCloseable {

    /** A command does one thing after the other. */
    private static final int CONNECTIONS = 2;

    private final ApplicationContext context;

    private UseCases(ApplicationContext context) {
        this.context = context;
    }

    /**
     * Brings the schema up to date before, as a server does.
     *
     * @throws StartupFailure with one sentence for the person who gave the command
     */
    public static UseCases over(Settings settings, Database database) {
        MasterKey masterKey = MasterKeyFile.read(settings);
        database.migrate();
        Settings.Pool pool = new Settings.Pool(
                CONNECTIONS, 0, settings.pool().timeoutMillis(), settings.pool().echo());
        return new UseCases(ServerContext.start(settings, pool, masterKey, database));
    }

    /** The use case of this type, or what else a factory makes. */
    public <T> T require(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
