package dev.muster.bootstrap.server;

import dev.muster.bootstrap.settings.Settings;
import dev.muster.persistence.shared.PoolSettings;
import dev.muster.security.session.MasterKey;
import dev.muster.web.shared.WebServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Builds the application context. It knows the settings that are checked, and nothing else of the environment. */
final class ServerContext {

    /** Chooses the rate limiter and the cache of people in Redis. */
    private static final String REDIS_URL = "muster.redis.url";

    private ServerContext() {}

    static ApplicationContext start(Settings settings, MasterKey masterKey, Database database) {
        return start(settings, settings.pool(), masterKey, database);
    }

    /** @param pool in place of that of the settings */
    static ApplicationContext start(Settings settings, Settings.Pool pool, MasterKey masterKey, Database database) {
        ApplicationContextBuilder builder = ApplicationContext.builder()
                .deduceEnvironment(false)
                .bootstrapEnvironment(false)
                .environmentPropertySource(false)
                .banner(false)
                .properties(properties(settings, pool, database))
                .singletons(settings, masterKey);
        settings.mail().server().ifPresent(builder::singletons);
        return builder.start();
    }

    private static Map<String, Object> properties(Settings settings, Settings.Pool pool, Database database) {
        Settings.Http http = settings.http();
        Map<String, Object> properties = new HashMap<>(WebServer.PROPERTIES);
        properties.putAll(pool(pool, database).properties());
        properties.put("micronaut.application.name", "muster");
        properties.put("micronaut.server.host", http.host());
        properties.put("micronaut.server.port", http.port());
        properties.put(WebServer.THREADS, http.workerThreads());
        properties.put(WebServer.MAX_CONNECTIONS, http.maxConnections());
        properties.put(WebServer.EVEN_STEP, http.evenStep().toMillis() + "ms");
        properties.put(WebServer.MAILBOX, settings.showsMail());
        settings.traffic().redisUrl().ifPresent(url -> properties.put(REDIS_URL, url));
        properties.put("logger.levels." + PoolSettings.STATEMENT_LOGGER, pool.echo() ? "DEBUG" : "INFO");
        return properties;
    }

    private static PoolSettings pool(Settings.Pool pool, Database database) {
        return new PoolSettings(
                database.jdbcUrl(),
                database.application().user(),
                database.application().password(),
                pool.size(),
                pool.overflow(),
                Duration.ofMillis(pool.timeoutMillis()),
                Duration.ZERO);
    }
}
