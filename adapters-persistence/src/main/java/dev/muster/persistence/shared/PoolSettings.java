package dev.muster.persistence.shared;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The connection pool (requirement E5).
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database}, without credentials
 * @param user the login of the pool's connections; another than {@link #APPLICATION_ROLE} has to be a member of it
 * @param password null where the server asks for none
 * @param size connections kept ready, at least 1
 * @param overflow connections beyond these for a rush, at least 0
 * @param timeout how long a thread waits for a connection, at least 250 ms
 * @param leakDetection after which time of use a connection counts as leaked, which is logged; zero for never, else at
 *     least 2 s
 */
public record PoolSettings(
        String jdbcUrl,
        String user,
        @Nullable String password,
        int size,
        int overflow,
        Duration timeout,
        Duration leakDetection) {

    /** The role that the application acts as: it may do what migrations granted to it, and row-level security holds. */
    public static final String APPLICATION_ROLE = "muster_app";

    /** Logs the text of each statement at DEBUG, without values. Also the logger of the generated repositories. */
    public static final String STATEMENT_LOGGER = "io.micronaut.data.query";

    /** Name of the unit of work over this pool, for who puts another in front of it. */
    public static final String UNIT_OF_WORK = "jdbc";

    private static final String PREFIX = "datasources.default.";
    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration TRANSACTION_IDLE_TIMEOUT = Duration.ofSeconds(30);

    public PoolSettings {
        if (size < 1 || overflow < 0 || timeout.toMillis() < 250) {
            throw new IllegalArgumentException("a pool has a connection, no negative overflow, and waits 250 ms");
        }
        if (!leakDetection.isZero() && leakDetection.toMillis() < 2000) {
            throw new IllegalArgumentException("a leak is detected after 2 s at the earliest");
        }
    }

    /** A pool of 20 and 10 more that waits 30 s and looks for no leaks. */
    public static PoolSettings of(String jdbcUrl, String user, @Nullable String password) {
        return new PoolSettings(jdbcUrl, user, password, 20, 10, Duration.ofSeconds(30), Duration.ZERO);
    }

    /** The properties that make the application context build this pool. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("url", jdbcUrl);
        properties.put("username", user);
        properties.put("password", password == null ? "" : password);
        properties.put("driver-class-name", "org.postgresql.Driver");
        properties.put("dialect", "POSTGRES");
        properties.put("pool-name", "muster");
        properties.put("minimum-idle", size);
        properties.put("maximum-pool-size", size + overflow);
        properties.put("connection-timeout", timeout.toMillis());
        properties.put("leak-detection-threshold", leakDetection.toMillis());
        properties.put("connection-init-sql", sessionSettings());
        properties.put("data-source-properties", driverProperties());
        Map<String, Object> prefixed = new HashMap<>();
        properties.forEach((name, value) -> prefixed.put(PREFIX + name, value));
        return Map.copyOf(prefixed);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "PoolSettings[" + jdbcUrl.replaceFirst("\\?.*", "") + ", " + user + ", " + size + "+" + overflow + "]";
    }

    /**
     * One round trip for each new connection. Plans are kept whatever the parameters: with a parameter for the limit the
     * server plans a page anew each time, which takes longer than reading it. Tests look at the plans that are kept.
     */
    private String sessionSettings() {
        String settings = "set statement_timeout = " + STATEMENT_TIMEOUT.toMillis()
                + "; set idle_in_transaction_session_timeout = " + TRANSACTION_IDLE_TIMEOUT.toMillis()
                + "; set plan_cache_mode = force_generic_plan";
        return user.equals(APPLICATION_ROLE) ? settings : settings + "; set role " + APPLICATION_ROLE;
    }

    private static Map<String, String> driverProperties() {
        return Map.of(
                "ApplicationName",
                "muster",
                // The oldest server supported: what it understands is sent with the first packet.
                "assumeMinServerVersion",
                "14",
                "tcpKeepAlive",
                "true",
                "connectTimeout",
                "10",
                // Longer than the statement time-out: ends the wait for a server that is gone without a word.
                "socketTimeout",
                "40",
                // What the server says of a row that it refuses holds personal data.
                "logServerErrorDetail",
                "false");
    }
}
