package dev.muster.testkit.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Which PostgreSQL tests run on. */
final class Choice {

    static final String VARIABLE = "MUSTER_TEST_DATABASE_URL";
    private static final String IMAGE = "postgres:18";

    /** Enough to fetch the image once; without it, Testcontainers tries for many minutes where no registry answers. */
    private static final long PATIENCE_SECONDS = 120;

    private Choice() {}

    /**
     * Finds or starts the server, and prints which it is.
     *
     * @throws IllegalStateException if there is none
     */
    static Server start() {
        String external = System.getenv(VARIABLE);
        if (external != null && !external.isBlank()) {
            return external(external.strip());
        }
        return DockerEngine.answers() ? inDocker() : embedded("embedded");
    }

    private static Server external(String url) {
        DatabaseUrl parsed;
        try {
            parsed = DatabaseUrl.parse(url);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalStateException(VARIABLE + " is " + malformed.getMessage(), malformed);
        }
        return announced(new Server(parsed, true), "at " + parsed.server() + ", named by " + VARIABLE);
    }

    /** Embedded all the same when an engine answers that can't get or start the image in time. */
    private static Server inDocker() {
        try {
            return CompletableFuture.supplyAsync(
                            Choice::container,
                            start -> Thread.ofPlatform().daemon().start(start))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            return embedded("embedded, as " + IMAGE + " did not start in Docker: " + failure.getMessage());
        } catch (TimeoutException slow) {
            return embedded("embedded, as " + IMAGE + " took Docker more than " + PATIENCE_SECONDS + " s");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("there is no test database: interrupted while it started", interrupted);
        }
    }

    @SuppressWarnings("resource") // stopped by the hook
    private static Server container() {
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        String server = container.getHost() + ":" + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        DatabaseUrl url = new DatabaseUrl(
                server, container.getDatabaseName(), container.getUsername(), container.getPassword(), "");
        return announced(new Server(url, false), "in Docker (" + IMAGE + ")");
    }

    @SuppressWarnings("resource") // stops itself at the JVM's end
    private static Server embedded(String description) {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
            DatabaseUrl url =
                    new DatabaseUrl("localhost:" + postgres.getPort(), "postgres", "postgres", "postgres", "");
            return announced(new Server(url, false), description);
        } catch (IOException failure) {
            throw new IllegalStateException(
                    "there is no test database: the embedded PostgreSQL did not start", failure);
        }
    }

    private static Server announced(Server server, String where) {
        try {
            System.out.println("Test database: PostgreSQL " + server.version() + " " + where);
            return server;
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "there is no test database: PostgreSQL " + where + " can't be used", failure);
        }
    }
}
