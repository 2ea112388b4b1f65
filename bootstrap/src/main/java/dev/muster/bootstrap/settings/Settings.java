package dev.muster.bootstrap.settings;

import dev.muster.domain.limit.LimitPolicy;
import dev.muster.domain.mail.LinkPolicy;
import dev.muster.domain.session.ReauthenticationPolicy;
import dev.muster.domain.session.SessionPolicy;
import dev.muster.domain.session.TokenAlgorithm;
import dev.muster.domain.user.HashingPolicy;
import dev.muster.domain.user.PasswordPolicy;
import dev.muster.messaging.mail.SmtpServer;
import dev.muster.web.shared.TrustedProxies;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Everything that can be set from outside, checked.
 *
 * @param databaseUrl of an external database, or empty for the embedded one
 */
public record Settings(
        Http http,
        Path dataFolder,
        Optional<String> databaseUrl,
        Pool pool,
        Keys keys,
        SessionPolicy sessions,
        ReauthenticationPolicy reauthentication,
        PasswordPolicy passwords,
        HashingPolicy hashing,
        Traffic traffic,
        Mail mail) {

    /**
     * Where and how requests are served.
     *
     * @param baseUrl as clients see it, without a slash at its end
     * @param workerThreads requests that may use the database at once
     * @param maxConnections connections that clients may have open at once
     * @param evenStep answers that must not tell whether there is an account come at multiples of it
     */
    public record Http(
            String host, int port, String baseUrl, int workerThreads, int maxConnections, Duration evenStep) {

        /** On the port that was found free, where any was asked for. A base address that was not set has that port too. */
        Http on(int free) {
            boolean derived = baseUrl.equals(localAddress(port));
            return new Http(
                    host, free, derived ? localAddress(free) : baseUrl, workerThreads, maxConnections, evenStep);
        }

        /** Whether only this machine can reach it. */
        boolean isLoopback() {
            try {
                return host.equalsIgnoreCase("localhost")
                        || InetAddress.ofLiteral(host).isLoopbackAddress();
            } catch (IllegalArgumentException aName) {
                return false;
            }
        }

        private static String localAddress(int port) {
            return "http://localhost:" + port;
        }
    }

    /**
     * The connection pool.
     *
     * @param size connections kept
     * @param overflow connections more under load
     * @param timeoutMillis longest wait for a connection
     * @param echo whether statements are logged
     */
    public record Pool(int size, int overflow, long timeoutMillis, boolean echo) {}

    /**
     * The keys.
     *
     * @param master in base64, or empty for the one in the data folder
     * @param algorithm of keys for access tokens that are made from now on
     */
    public record Keys(Optional<String> master, TokenAlgorithm algorithm) {

        /** Without the master key. */
        @Override
        public String toString() {
            return "Keys[" + algorithm + "]";
        }
    }

    /**
     * Who asks, and how often.
     *
     * @param proxies that are believed when they say who asks
     * @param redisUrl where all nodes count together and remember people, or empty: each for itself
     */
    public record Traffic(LimitPolicy limits, TrustedProxies proxies, Optional<String> redisUrl) {

        /** Without what may be a password. */
        @Override
        public String toString() {
            return "Traffic[" + limits + ", " + proxies + "]";
        }
    }

    /**
     * What is mailed, and how.
     *
     * @param server where mail is handed over, or empty: it is kept in the database
     */
    public record Mail(LinkPolicy links, Optional<SmtpServer> server) {}

    /** @throws StartupFailure naming the first setting that can't be used; never its value, where that is a secret */
    public static Settings read(Environment environment) {
        var reader = new SettingsReader(environment);
        int port = reader.number(Setting.MUSTER_PORT, 8080, 0, 65_535);
        String baseUrl = reader.webAddress(Setting.MUSTER_BASE_URL, Http.localAddress(port));
        int processors = Runtime.getRuntime().availableProcessors();
        int hashThreads = reader.number(Setting.MUSTER_HASH_THREADS, Math.min(processors, 64), 1, 64);
        return new Settings(
                new Http(
                        reader.text(Setting.MUSTER_HOST, "127.0.0.1"),
                        port,
                        baseUrl,
                        reader.number(Setting.MUSTER_WORKER_THREADS, 16, 1, 200),
                        reader.number(Setting.MUSTER_MAX_CONNECTIONS, 4096, 10, 100_000),
                        reader.duration(Setting.MUSTER_EVEN_STEP, "50ms", "10ms", "10s")),
                reader.path(Setting.MUSTER_DATA, ".muster"),
                reader.find(Setting.DATABASE_URL),
                new Pool(
                        reader.number(Setting.DATABASE_POOL_SIZE, 20, 1, 500),
                        reader.number(Setting.DATABASE_MAX_OVERFLOW, 10, 0, 500),
                        reader.duration(Setting.DATABASE_POOL_TIMEOUT, "30s", "250ms", "5m")
                                .toMillis(),
                        reader.flag(Setting.DATABASE_ECHO)),
                new Keys(reader.find(Setting.MUSTER_SECRET_KEY), reader.tokenAlgorithm()),
                reader.sessionPolicy(),
                reader.reauthenticationPolicy(),
                reader.passwordPolicy(baseUrl),
                HashingPolicy.forProcessors(hashThreads),
                new Traffic(reader.limitPolicy(), reader.trustedProxies(), reader.redisUrl()),
                new Mail(LinkPolicy.of(reader.flag(Setting.MUSTER_REQUIRE_VERIFIED_EMAIL)), reader.smtpServer()));
    }

    /** Whether mail is shown to whoever can reach Muster: only who works on this machine can, and none is sent. */
    public boolean showsMail() {
        return databaseUrl.isEmpty()
                && mail.server().isEmpty()
                && traffic.proxies().equals(TrustedProxies.NONE)
                && http.isLoopback();
    }

    /** Whether mail goes nowhere: there is no server for it, and nobody is shown it. */
    public boolean losesMail() {
        return mail.server().isEmpty() && !showsMail();
    }

    /** The same on the port that was found free. */
    public Settings onPort(int free) {
        return new Settings(
                http.on(free),
                dataFolder,
                databaseUrl,
                pool,
                keys,
                sessions,
                reauthentication,
                passwords,
                hashing,
                traffic,
                mail);
    }
}
