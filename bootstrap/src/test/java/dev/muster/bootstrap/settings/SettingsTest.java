package dev.muster.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.limit.LimitPolicy;
import dev.muster.domain.mail.LinkPolicy;
import dev.muster.domain.session.ReauthenticationPolicy;
import dev.muster.domain.session.SessionPolicy;
import dev.muster.domain.session.TokenAlgorithm;
import dev.muster.domain.user.HashingPolicy;
import dev.muster.domain.user.PasswordPolicy;
import dev.muster.messaging.mail.SmtpServer;
import dev.muster.web.shared.TrustedProxies;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    @Test
    void hasADefaultForEverything() {
        assertThat(read(Map.of()))
                .isEqualTo(new Settings(
                        new Settings.Http("127.0.0.1", 8080, "http://localhost:8080", 16, 4096, Duration.ofMillis(50)),
                        Path.of(".muster").toAbsolutePath(),
                        Optional.empty(),
                        new Settings.Pool(20, 10, 30_000, false),
                        new Settings.Keys(Optional.empty(), TokenAlgorithm.ES256),
                        SessionPolicy.DEFAULT,
                        ReauthenticationPolicy.DEFAULT,
                        new PasswordPolicy(12, 128, Set.of("localhost")),
                        HashingPolicy.forProcessors(Math.min(PROCESSORS, 64)),
                        new Settings.Traffic(LimitPolicy.DEFAULT, TrustedProxies.NONE, Optional.empty()),
                        new Settings.Mail(LinkPolicy.DEFAULT, Optional.empty())));
    }

    @Test
    void takesEverythingThatIsSet() {
        Settings settings = read(Map.ofEntries(
                Map.entry("MUSTER_HOST", " 0.0.0.0 "),
                Map.entry("MUSTER_PORT", "0"),
                Map.entry("MUSTER_DATA", "/var/lib/../lib/muster"),
                Map.entry("MUSTER_BASE_URL", "https://muster.example.org/api/"),
                Map.entry("MUSTER_SECRET_KEY", "a secret"),
                Map.entry("MUSTER_TOKEN_ALGORITHM", "rs256"),
                Map.entry("MUSTER_WORKER_THREADS", "200"),
                Map.entry("MUSTER_MAX_CONNECTIONS", "100000"),
                Map.entry("MUSTER_HASH_THREADS", "3"),
                Map.entry("MUSTER_ACCESS_TOKEN_LIFE", "90s"),
                Map.entry("MUSTER_SESSION_IDLE_LIFE", "12h"),
                Map.entry("MUSTER_SESSION_ABSOLUTE_LIFE", "2d"),
                Map.entry("MUSTER_REAUTHENTICATION_AGE", "1d"),
                Map.entry("MUSTER_REQUIRE_VERIFIED_EMAIL", "true"),
                Map.entry("MUSTER_PASSWORD_MIN_LENGTH", "8"),
                Map.entry("MUSTER_EVEN_STEP", "1s"),
                Map.entry("MUSTER_RATE_LIMIT", "500/10s"),
                Map.entry("MUSTER_TRUSTED_PROXIES", "10.0.0.0/8, ::1"),
                Map.entry("MUSTER_SMTP_URL", "smtps://ann:s3cret@mail.example.org:465?from=noreply@example.org"),
                Map.entry("REDIS_URL", "rediss://:s3cret@cache:6380"),
                Map.entry("DATABASE_URL", "postgresql://ann@db/muster"),
                Map.entry("DATABASE_POOL_SIZE", "5"),
                Map.entry("DATABASE_MAX_OVERFLOW", "0"),
                Map.entry("DATABASE_POOL_TIMEOUT", "250ms"),
                Map.entry("DATABASE_ECHO", "TRUE")));

        assertThat(settings)
                .isEqualTo(new Settings(
                        new Settings.Http(
                                "0.0.0.0", 0, "https://muster.example.org/api", 200, 100_000, Duration.ofSeconds(1)),
                        Path.of("/var/lib/muster"),
                        Optional.of("postgresql://ann@db/muster"),
                        new Settings.Pool(5, 0, 250, true),
                        new Settings.Keys(Optional.of("a secret"), TokenAlgorithm.RS256),
                        new SessionPolicy(
                                Duration.ofSeconds(90),
                                Duration.ofHours(12),
                                Duration.ofDays(2),
                                SessionPolicy.DEFAULT.grace(),
                                SessionPolicy.DEFAULT.maxSessions()),
                        new ReauthenticationPolicy(Duration.ofDays(1)),
                        new PasswordPolicy(8, 128, Set.of("muster", "example", "org")),
                        HashingPolicy.forProcessors(3),
                        new Settings.Traffic(
                                LimitPolicy.ofRequests(500, Duration.ofSeconds(10)),
                                TrustedProxies.of("10.0.0.0/8,::1"),
                                Optional.of("rediss://:s3cret@cache:6380")),
                        new Settings.Mail(
                                LinkPolicy.of(true),
                                Optional.of(SmtpServer.of(
                                        "smtps://ann:s3cret@mail.example.org:465?from=noreply@example.org")))));
    }

    @Test
    void hasTheAddressOfThePortThatWasFoundFree() {
        Settings any = read(Map.of("MUSTER_PORT", "0"));
        Settings named = read(Map.of("MUSTER_PORT", "0", "MUSTER_BASE_URL", "https://muster.example.org"));

        assertThat(any.onPort(40_000).http())
                .isEqualTo(new Settings.Http(
                        "127.0.0.1", 40_000, "http://localhost:40000", 16, 4096, Duration.ofMillis(50)));
        assertThat(named.onPort(40_000).http().baseUrl()).isEqualTo("https://muster.example.org");
    }

    @Test
    void recentSignInMayBeOfAnyAge() {
        assertThat(read(Map.of("MUSTER_REAUTHENTICATION_AGE", "0s"))
                        .reauthentication()
                        .isOff())
                .isTrue();
    }

    @Test
    void derivesTheAddressFromThePort() {
        assertThat(read(Map.of("MUSTER_PORT", "9090")).http().baseUrl()).isEqualTo("http://localhost:9090");
    }

    @ParameterizedTest
    @CsvSource({
        "MUSTER_PORT, 65536",
        "MUSTER_PORT, -1",
        "MUSTER_PORT, 80a",
        "MUSTER_PORT, ８０",
        "MUSTER_PORT, 99999999999",
        "MUSTER_WORKER_THREADS, 0",
        "MUSTER_WORKER_THREADS, 201",
        "MUSTER_MAX_CONNECTIONS, 9",
        "MUSTER_MAX_CONNECTIONS, 100001",
        "MUSTER_HASH_THREADS, 65",
        "MUSTER_PASSWORD_MIN_LENGTH, 7",
        "MUSTER_PASSWORD_MIN_LENGTH, 65",
        "MUSTER_DATA, a\0b",
        "MUSTER_BASE_URL, muster.example.org",
        "MUSTER_BASE_URL, ftp://muster.example.org",
        "MUSTER_BASE_URL, https://",
        "MUSTER_BASE_URL, https://a b",
        "MUSTER_BASE_URL, https://muster.example.org/?x=1",
        "MUSTER_BASE_URL, https://muster.example.org/#x",
        "MUSTER_ACCESS_TOKEN_LIFE, 59s",
        "MUSTER_ACCESS_TOKEN_LIFE, 61m",
        "MUSTER_ACCESS_TOKEN_LIFE, 10",
        "MUSTER_ACCESS_TOKEN_LIFE, 10 m",
        "MUSTER_SESSION_IDLE_LIFE, 31d",
        "MUSTER_SESSION_IDLE_LIFE, 5m",
        "MUSTER_SESSION_ABSOLUTE_LIFE, 6d",
        "MUSTER_SESSION_ABSOLUTE_LIFE, 999999999d",
        "MUSTER_EVEN_STEP, 9ms",
        "MUSTER_EVEN_STEP, 11s",
        "MUSTER_REAUTHENTICATION_AGE, 0",
        "MUSTER_REAUTHENTICATION_AGE, 59s",
        "MUSTER_REAUTHENTICATION_AGE, 25h",
        "MUSTER_RATE_LIMIT, 100",
        "MUSTER_RATE_LIMIT, 0/1m",
        "MUSTER_RATE_LIMIT, 10001/1m",
        "MUSTER_RATE_LIMIT, 100/999ms",
        "MUSTER_RATE_LIMIT, 100/25h",
        "MUSTER_RATE_LIMIT, 100/minute",
        "MUSTER_TRUSTED_PROXIES, localhost",
        "MUSTER_TRUSTED_PROXIES, 10.0.0.0/33",
        "MUSTER_TRUSTED_PROXIES, 10.0.0.0/",
        "MUSTER_TRUSTED_PROXIES, 10.1",
        "MUSTER_SMTP_URL, mail.example.org",
        "MUSTER_SMTP_URL, smtp://mail.example.org",
        "REDIS_URL, localhost:6379",
        "REDIS_URL, http://localhost",
        "REDIS_URL, redis://a b",
        "REDIS_URL, redis://localhost:65536",
        "DATABASE_POOL_SIZE, 0",
        "DATABASE_POOL_SIZE, 501",
        "DATABASE_MAX_OVERFLOW, 501",
        "DATABASE_POOL_TIMEOUT, 249ms",
        "DATABASE_POOL_TIMEOUT, 301s",
        "DATABASE_ECHO, yes",
    })
    void namesTheSettingThatCannotBeUsed(String name, String value) {
        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> read(Map.of(name, value)))
                .withMessageContaining(name)
                .withMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://ann:secret@muster.example.org", "https://muster.example.org/%zz?secret"})
    void repeatsNoSecretOfAnAddress(String address) {
        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> read(Map.of("MUSTER_BASE_URL", address)))
                .withMessageNotContaining("secret");
    }

    @Test
    void switchesAllLimitsOff() {
        assertThat(read(Map.of("MUSTER_RATE_LIMIT", "Off")).traffic().limits()).isEqualTo(LimitPolicy.OFF);
    }

    @Test
    void neverShowsThePasswordOfRedis() {
        assertThat(read(Map.of("REDIS_URL", "redis://:s3cret@cache")).traffic().toString())
                .doesNotContain("s3cret");
        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> read(Map.of("REDIS_URL", "tls://:s3cret@cache")))
                .withMessageNotContaining("s3cret");
    }

    @Test
    void neverShowsThePasswordOfTheMailServer() {
        String url = "smtps://ann:s3cret@mail.example.org?from=noreply@example.org";

        assertThat(read(Map.of("MUSTER_SMTP_URL", url)).toString())
                .contains("mail.example.org")
                .doesNotContain("s3cret");
        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> read(Map.of("MUSTER_SMTP_URL", url + "&s3cret=1")))
                .satisfies(failure -> assertThat(failure).hasStackTraceContaining("MUSTER_SMTP_URL"))
                .satisfies(failure -> assertThat(org.assertj.core.util.Throwables.getStackTrace(failure))
                        .doesNotContain("s3cret"));
    }

    @Test
    void mailIsSentOrShownOrGoesNowhere() {
        assertThat(read(Map.of()).showsMail()).isTrue();
        assertThat(read(Map.of()).losesMail()).isFalse();
        for (Map<String, String> forOthers : List.of(
                Map.of("DATABASE_URL", "postgresql://ann@db/muster"),
                Map.of("MUSTER_HOST", "0.0.0.0"),
                Map.of("MUSTER_TRUSTED_PROXIES", "10.0.0.0/8"))) {
            assertThat(read(forOthers).showsMail()).isFalse();
            assertThat(read(forOthers).losesMail()).isTrue();
        }
        Settings sending = read(Map.of("MUSTER_SMTP_URL", "smtp://localhost?from=noreply@example.org"));
        assertThat(sending.showsMail()).isFalse();
        assertThat(sending.losesMail()).isFalse();
    }

    @Test
    void helpNamesEverySettingThatIsRead() {
        assertThat(Setting.values())
                .allSatisfy(setting -> assertThat(setting.help())
                        .contains(setting.name(), setting.meaning(), "(" + setting.defaultText() + ")"));
    }

    private static Settings read(Map<String, String> variables) {
        return Settings.read(new Environment(variables));
    }
}
