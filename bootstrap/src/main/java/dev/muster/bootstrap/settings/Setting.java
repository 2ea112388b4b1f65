package dev.muster.bootstrap.settings;

import java.util.Locale;

/** Every setting, as an environment variable; the order is that of the help. A secret may also be given as NAME_FILE. */
public enum Setting {
    MUSTER_HOST("127.0.0.1", "address to listen on"),
    MUSTER_PORT("8080", "port to listen on, 0 for a free one"),
    MUSTER_DATA(".muster", "folder of the embedded database, the master key and the files of exports"),
    MUSTER_BASE_URL("http://localhost:PORT", "how clients reach Muster; the issuer of access tokens"),
    MUSTER_SECRET_KEY("made once, in MUSTER_DATA", "master key: 32 random bytes in base64; the same on all nodes"),
    MUSTER_TOKEN_ALGORITHM(
            "ES256", "signature of keys made from now on, by muster keys rotate or in turn: ES256 or RS256"),
    MUSTER_WORKER_THREADS("16", "requests that may use the database at once, 1 to 200"),
    MUSTER_MAX_CONNECTIONS("4096", "connections that clients may have open at once, 10 to 100000"),
    MUSTER_HASH_THREADS("number of processors", "passwords hashed at once, 19 MiB each, 1 to 64"),
    MUSTER_ACCESS_TOKEN_LIFE("10m", "life of an access token, 1m to 1h"),
    MUSTER_SESSION_IDLE_LIFE("7d", "life of a session that is not refreshed"),
    MUSTER_SESSION_ABSOLUTE_LIFE("30d", "life of a session at the most"),
    MUSTER_REAUTHENTICATION_AGE(
            "15m", "age of a sign-in at the most for what needs a recent one, 1m to 1d; 0s: of any age"),
    MUSTER_REQUIRE_VERIFIED_EMAIL("false", "whether an account can be used only after its address is verified"),
    MUSTER_PASSWORD_MIN_LENGTH("12", "characters a password needs, 8 to 64"),
    MUSTER_EVEN_STEP("50ms", "refusals at sign-in, answers at registration come at multiples of it, 10ms to 10s"),
    MUSTER_RATE_LIMIT("100/1m", "requests of one address in a time, 1/1s to 10000/1d; off: no limits at all"),
    MUSTER_TRUSTED_PROXIES("nobody", "proxies whose X-Forwarded-For is believed, such as 10.0.0.0/8,::1"),
    MUSTER_SMTP_URL(
            "absent: no mail is sent",
            "smtps://user:password@host:port?from=noreply@example.org, or smtp://...; sends mail"),
    REDIS_URL(
            "absent: each node counts and remembers for itself",
            "redis://user:password@host:port, or rediss://...; counts and remembers people for all nodes"),
    DATABASE_URL(
            "absent: embedded PostgreSQL", "postgresql://user:password@host:port/database, or jdbc:postgresql://..."),
    DATABASE_POOL_SIZE("20", "connections kept, 1 to 500"),
    DATABASE_MAX_OVERFLOW("10", "connections more under load, 0 to 500"),
    DATABASE_POOL_TIMEOUT("30s", "longest wait for a connection, 250ms to 5m"),
    DATABASE_ECHO("false", "log every statement, without its values");

    private final String defaultText;
    private final String meaning;

    Setting(String defaultText, String meaning) {
        this.defaultText = defaultText;
        this.meaning = meaning;
    }

    /** What holds when it is absent, as the help says it. */
    public String defaultText() {
        return defaultText;
    }

    public String meaning() {
        return meaning;
    }

    /** One line of the help. */
    public String help() {
        return String.format(Locale.ROOT, "  %-29s %s (%s)", name(), meaning, defaultText);
    }
}
