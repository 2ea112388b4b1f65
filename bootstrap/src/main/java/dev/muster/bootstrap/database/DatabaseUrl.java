package dev.muster.bootstrap.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.bootstrap.settings.StartupFailure;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address of an external PostgreSQL, as its host hands it out: a connection URI of libpq (PostgreSQL manual, 32.1.1.2) with the scheme {@code postgresql} or
 * {@code postgres}, or a JDBC address. Credentials are taken out of the address, so that it can be logged.
 */
public record DatabaseUrl(String jdbcUrl, Login login) {
    private static final String JDBC = "jdbc:";
    private static final Pattern SCHEME =
            Pattern.compile("(?:jdbc:postgresql|postgresql|postgres):", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARTS =
            Pattern.compile("(?://(?<authority>[^/?]*))?/?(?<database>[^/?]*)(?:\\?(?<query>.*))?", Pattern.DOTALL);
    private static final Pattern HOST =
            Pattern.compile("(?<name>\\[[0-9a-fA-F:.]+]|[\\p{L}\\p{N}._-]*)(?::(?<port>\\d{0,5}))?");
    private static final int HIGHEST_PORT = 65_535;

    /** Parameters that libpq and pgjdbc name differently; pgjdbc drops in silence what it does not know. */
    private static final Map<String, String> JDBC_NAMES = Map.of(
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding",
            "connect_timeout", "connectTimeout",
            "gssencmode", "gssEncMode",
            "sslnegotiation", "sslNegotiation",
            "target_session_attrs", "targetServerType");

    private static final Map<String, String> SERVER_TYPES = Map.of(
            "read-write", "primary",
            "read-only", "secondary",
            "standby", "secondary",
            "prefer-standby", "preferSecondary");

    /** How much TLS is asked for (PostgreSQL manual, 32.1.2); in any case, as the driver takes it. */
    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private static final Set<String> WHERE = Set.of("host", "hostaddr", "port", "dbname", "service");

    /**
     * @param setting what the address was given as, for the message
     * @throws StartupFailure if the address cannot be used; the message tells why and repeats nothing of the address, which may hold a password
     */
    public static DatabaseUrl parse(String setting, String url) {
        String address = url.strip();
        Matcher scheme = SCHEME.matcher(address);
        if (!scheme.lookingAt()) {
            throw new StartupFailure(setting + " must begin with postgresql://, postgres:// or jdbc:postgresql://.");
        }
        boolean jdbc = address.regionMatches(true, 0, JDBC, 0, JDBC.length());
        return new Reader(setting, jdbc).read(address.substring(scheme.end()));
    }

    /** Reads what follows the scheme. In a JDBC address a plus sign stands for a space, in a URI for itself. */
    private record Reader(String setting, boolean plusIsSpace) {

        DatabaseUrl read(String address) {
            Matcher parts = PARTS.matcher(address);
            if (!parts.matches()) {
                throw failure("is not an address of the form postgresql://user:password@host:port/database");
            }
            String authority = orEmpty(parts.group("authority"));
            int at = authority.lastIndexOf('@');
            String[] credentials = authority.substring(0, Math.max(at, 0)).split(":", 2);
            Map<String, String> parameters = parameters(orEmpty(parts.group("query")));

            String user = parameters.remove("user");
            String password = parameters.remove("password");
            if (user == null) {
                user = credentials[0].isEmpty() ? System.getProperty("user.name") : decoded(credentials[0]);
            }
            if (password == null && credentials.length > 1) {
                password = decoded(credentials[1]);
            }
            String jdbcUrl = "jdbc:postgresql://" + hosts(authority.substring(at + 1)) + "/"
                    + encoded(decoded(orEmpty(parts.group("database")))) + query(parameters);
            return new DatabaseUrl(jdbcUrl, new Login(user, password));
        }

        private String hosts(String list) {
            return Arrays.stream(list.split(",", -1)).map(this::host).collect(Collectors.joining(","));
        }

        private String host(String text) {
            String host = decoded(text);
            if (host.startsWith("/")) {
                throw failure("names a Unix socket; only TCP is supported");
            }
            Matcher parts = HOST.matcher(host);
            if (!parts.matches()) {
                throw failure(
                        "has a host or port that cannot be read; in user and password the characters @ : / ? # % must be percent-encoded");
            }
            String name = orEmpty(parts.group("name"));
            return (name.isEmpty() ? "localhost" : name) + port(orEmpty(parts.group("port")));
        }

        private String port(String digits) {
            if (digits.isEmpty()) {
                return "";
            }
            int port = Integer.parseInt(digits);
            if (port < 1 || port > HIGHEST_PORT) {
                throw failure("has a port that is not between 1 and " + HIGHEST_PORT);
            }
            return ":" + port;
        }

        private Map<String, String> parameters(String query) {
            Map<String, String> parameters = new LinkedHashMap<>();
            for (String pair : query.split("&")) {
                String[] nameAndValue = pair.split("=", 2);
                String name = decoded(nameAndValue[0]);
                if (WHERE.contains(name)) {
                    throw failure("must name host, port and database before the question mark, not as parameters");
                }
                String value = nameAndValue.length > 1 ? decoded(nameAndValue[1]) : "";
                if (name.equals("sslmode") && !SSL_MODES.contains(value.toLowerCase(Locale.ROOT))) {
                    throw failure("has an sslmode that is none of " + String.join(", ", SSL_MODES));
                }
                if (!name.isEmpty()) {
                    parameters.put(
                            JDBC_NAMES.getOrDefault(name, name),
                            name.equals("target_session_attrs") ? SERVER_TYPES.getOrDefault(value, value) : value);
                }
            }
            return parameters;
        }

        private static String query(Map<String, String> parameters) {
            return parameters.entrySet().stream()
                    .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                    .reduce((left, right) -> left + "&" + right)
                    .map(query -> "?" + query)
                    .orElse("");
        }

        private String decoded(String text) {
            try {
                return URLDecoder.decode(plusIsSpace ? text : text.replace("+", "%2B"), UTF_8);
            } catch (IllegalArgumentException e) {
                // The cause would carry the text that could not be decoded, which may be the password.
                throw failure(
                        "has a percent sign that is not followed by two hexadecimal digits; a percent sign itself is written %25");
            }
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, UTF_8);
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }

        private StartupFailure failure(String reason) {
            return new StartupFailure(setting + " " + reason + ".");
        }
    }
}
