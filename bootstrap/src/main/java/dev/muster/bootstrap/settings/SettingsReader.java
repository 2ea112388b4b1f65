package dev.muster.bootstrap.settings;

import dev.muster.domain.limit.LimitPolicy;
import dev.muster.domain.session.ReauthenticationPolicy;
import dev.muster.domain.session.SessionPolicy;
import dev.muster.domain.session.TokenAlgorithm;
import dev.muster.domain.user.PasswordPolicy;
import dev.muster.messaging.mail.SmtpServer;
import dev.muster.web.shared.TrustedProxies;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single settings, each with a sentence for a value that can't be used. */
record SettingsReader(Environment environment) {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern RATE = Pattern.compile("(?<quota>\\d{1,5})/(?<window>\\d{1,5}[smhd])");

    /** Each of them takes room while it counts. */
    private static final int MAX_REQUESTS = 10_000;

    private static final int HIGHEST_PORT = 65_535;

    Optional<String> find(Setting setting) {
        return environment.find(setting.name());
    }

    String text(Setting setting, String absent) {
        return find(setting).map(String::strip).orElse(absent);
    }

    int number(Setting setting, int absent, int min, int max) {
        String text = text(setting, Integer.toString(absent));
        if (text.matches("\\d{1,9}")) {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        }
        throw new StartupFailure(setting + " must be a number from " + min + " to " + max + ".");
    }

    boolean flag(Setting setting) {
        return switch (text(setting, "false").toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new StartupFailure(setting + " must be true or false.");
        };
    }

    Path path(Setting setting, String absent) {
        try {
            return Path.of(text(setting, absent)).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new StartupFailure(setting + " must be the path of a folder.", e);
        }
    }

    String webAddress(Setting setting, String absent) {
        String text = text(setting, absent).replaceFirst("/+$", "");
        try {
            URI uri = new URI(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean plain = uri.getQuery() == null && uri.getFragment() == null && uri.getUserInfo() == null;
            if (web && uri.getHost() != null && plain) {
                return text;
            }
            throw new StartupFailure(setting + " must be an address such as https://muster.example.org.");
        } catch (URISyntaxException e) {
            throw new StartupFailure(setting + " must be an address such as https://muster.example.org.", e);
        }
    }

    Duration duration(Setting setting, String absent, String min, String max) {
        Duration value = duration(setting, text(setting, absent));
        if (value.compareTo(duration(setting, min)) < 0 || value.compareTo(duration(setting, max)) > 0) {
            throw new StartupFailure(setting + " must be from " + min + " to " + max + ".");
        }
        return value;
    }

    SessionPolicy sessionPolicy() {
        try {
            return new SessionPolicy(
                    duration(Setting.MUSTER_ACCESS_TOKEN_LIFE, "10m", "1m", "1h"),
                    duration(Setting.MUSTER_SESSION_IDLE_LIFE, "7d", "1m", "365d"),
                    duration(Setting.MUSTER_SESSION_ABSOLUTE_LIFE, "30d", "1m", "3650d"),
                    SessionPolicy.DEFAULT.grace(),
                    SessionPolicy.DEFAULT.maxSessions());
        } catch (IllegalArgumentException e) {
            throw new StartupFailure(
                    Setting.MUSTER_ACCESS_TOKEN_LIFE + " must be shorter than " + Setting.MUSTER_SESSION_IDLE_LIFE
                            + ", and that no longer than " + Setting.MUSTER_SESSION_ABSOLUTE_LIFE + ".",
                    e);
        }
    }

    /** @param baseUrl as it was checked; its host is known to whoever guesses */
    PasswordPolicy passwordPolicy(String baseUrl) {
        int minLength = number(Setting.MUSTER_PASSWORD_MIN_LENGTH, 12, 8, 64);
        String host = URI.create(baseUrl).getHost();
        return new PasswordPolicy(
                minLength, PasswordPolicy.DEFAULT.maxLength(), Set.copyOf(Arrays.asList(host.split("\\.", -1))));
    }

    ReauthenticationPolicy reauthenticationPolicy() {
        Setting setting = Setting.MUSTER_REAUTHENTICATION_AGE;
        try {
            return new ReauthenticationPolicy(duration(setting, text(setting, "15m")));
        } catch (IllegalArgumentException e) {
            throw new StartupFailure(setting + " must be from 1m to 1d, or 0s.", e);
        }
    }

    TokenAlgorithm tokenAlgorithm() {
        Setting setting = Setting.MUSTER_TOKEN_ALGORITHM;
        return switch (text(setting, "ES256").toUpperCase(Locale.ROOT)) {
            case "ES256" -> TokenAlgorithm.ES256;
            case "RS256" -> TokenAlgorithm.RS256;
            default -> throw new StartupFailure(setting + " must be ES256 or RS256.");
        };
    }

    LimitPolicy limitPolicy() {
        Setting setting = Setting.MUSTER_RATE_LIMIT;
        String text = text(setting, "100/1m").toLowerCase(Locale.ROOT);
        if (text.equals("off")) {
            return LimitPolicy.OFF;
        }
        Matcher matcher = RATE.matcher(text);
        int quota = matcher.matches() ? Integer.parseInt(matcher.group("quota")) : 0;
        if (quota < 1 || quota > MAX_REQUESTS) {
            throw new StartupFailure(setting + " must be such as 100/1m, 1 to " + MAX_REQUESTS + " requests, or off.");
        }
        try {
            return LimitPolicy.ofRequests(quota, duration(setting, matcher.group("window")));
        } catch (IllegalArgumentException e) {
            throw new StartupFailure(setting + " must count over 1s to 1d.", e);
        }
    }

    TrustedProxies trustedProxies() {
        try {
            return find(Setting.MUSTER_TRUSTED_PROXIES).map(TrustedProxies::of).orElse(TrustedProxies.NONE);
        } catch (IllegalArgumentException e) {
            throw new StartupFailure(
                    Setting.MUSTER_TRUSTED_PROXIES + " must be addresses or networks such as 10.0.0.0/8,::1.", e);
        }
    }

    Optional<SmtpServer> smtpServer() {
        try {
            return find(Setting.MUSTER_SMTP_URL).map(String::strip).map(SmtpServer::of);
        } catch (IllegalArgumentException e) {
            throw new StartupFailure(Setting.MUSTER_SMTP_URL + " " + e.getMessage() + ".", e);
        }
    }

    Optional<String> redisUrl() {
        Optional<String> url = find(Setting.REDIS_URL).map(String::strip);
        if (url.isPresent() && !isOfRedis(url.get())) {
            throw new StartupFailure(Setting.REDIS_URL + " must be such as redis://user:password@host:port.");
        }
        return url;
    }

    private static boolean isOfRedis(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null
                    && uri.getPort() <= HIGHEST_PORT
                    && ("redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme()));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static Duration duration(Setting setting, String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new StartupFailure(setting + " must be a duration such as 30s, 10m or 7d.");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
