package dev.muster.messaging.mail;

import dev.muster.domain.shared.Invalid;
import dev.muster.domain.user.EmailAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The server that mail is handed over to (RFC 6409).
 *
 * @param host a name, or an address without brackets
 * @param port 1 to 65535
 * @param login as whom; empty if the server asks nobody
 * @param from the sender of every mail
 */
public record SmtpServer(String host, int port, Optional<Login> login, EmailAddress from, Encryption encryption) {

    private static final int SUBMISSION_OVER_TLS = 465;
    private static final int SUBMISSION = 587;
    private static final String FROM = "from";
    private static final String STARTTLS = "starttls";
    private static final String FORM = "must be such as smtps://user:password@host:port?from=noreply@example.org"
            + ", with an @ in user or password as %40 and the like";

    /** Whether others can read along. A certificate is looked at wherever there is one. */
    public enum Encryption {
        /** TLS from the first byte (RFC 8314, section 3.3). */
        IMPLICIT,
        /** STARTTLS (RFC 3207), and no mail without it. */
        REQUIRED,
        /** STARTTLS if the server offers it. */
        OFFERED,
        /** None. */
        NONE
    }

    /** User and password. */
    public record Login(String user, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /** @throws IllegalArgumentException if a password could travel in clear to another machine */
    public SmtpServer {
        boolean clear = encryption == Encryption.OFFERED || encryption == Encryption.NONE;
        if (login.isPresent() && clear && !isOwnMachine(host)) {
            throw new IllegalArgumentException("must not send a password to another machine without encryption");
        }
    }

    /**
     * What a URL says: {@code smtps} is {@link Encryption#IMPLICIT}; {@code smtp} is {@link Encryption#REQUIRED}, and
     * {@link Encryption#NONE} to this machine itself, unless {@code starttls} is {@code required} or {@code optional}.
     * Without a port it is 465 or 587.
     *
     * @param url {@code smtps://user:password@host:port?from=address}, or {@code smtp} and {@code &starttls=...}
     * @throws IllegalArgumentException with the end of a sentence on what the URL must be; it repeats nothing of it
     */
    public static SmtpServer of(String url) {
        URI uri = parsed(url);
        Map<String, String> options = options(uri);
        String host = uri.getHost().replaceAll("[\\[\\]]", "");
        Encryption encryption = encryption(uri.getScheme(), host, options);
        return new SmtpServer(host, port(uri, encryption), login(uri), from(options), encryption);
    }

    /** The part of the sender's address after the @. */
    String domain() {
        return from.value().substring(from.value().indexOf('@') + 1);
    }

    private static URI parsed(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() != null && Set.of("", "/").contains(uri.getPath()) && uri.getFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            // Not as a cause: it repeats the URL, password and all.
            throw new IllegalArgumentException(FORM);
        }
        throw new IllegalArgumentException(FORM);
    }

    private static Map<String, String> options(URI uri) {
        Map<String, String> options = new HashMap<>();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String option : query.split("&", -1)) {
            String[] parts = option.split("=", 2);
            boolean known = parts.length == 2 && Set.of(FROM, STARTTLS).contains(parts[0]);
            if (!known || options.put(parts[0], decoded(parts[1])) != null) {
                throw new IllegalArgumentException(
                        "must say from=ADDRESS, perhaps starttls=required or optional, each once, "
                                + "and nothing else after the question mark");
            }
        }
        return options;
    }

    private static Encryption encryption(String scheme, String host, Map<String, String> options) {
        String starttls = options.getOrDefault(STARTTLS, "");
        return switch (scheme + " " + starttls) {
            case "smtps " -> Encryption.IMPLICIT;
            case "smtp " -> isOwnMachine(host) ? Encryption.NONE : Encryption.REQUIRED;
            case "smtp required" -> Encryption.REQUIRED;
            case "smtp optional" -> Encryption.OFFERED;
            default -> throw new IllegalArgumentException(FORM + ", or smtp with starttls=required or optional");
        };
    }

    private static int port(URI uri, Encryption encryption) {
        int port = uri.getPort();
        if (port == -1) {
            return encryption == Encryption.IMPLICIT ? SUBMISSION_OVER_TLS : SUBMISSION;
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("must have a port from 1 to 65535");
        }
        return port;
    }

    private static Optional<Login> login(URI uri) {
        if (uri.getRawUserInfo() == null) {
            return Optional.empty();
        }
        String[] parts = uri.getRawUserInfo().split(":", 2);
        if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new IllegalArgumentException("must have both user and password, or neither");
        }
        return Optional.of(new Login(decoded(parts[0]), decoded(parts[1])));
    }

    private static EmailAddress from(Map<String, String> options) {
        try {
            return new EmailAddress(options.getOrDefault(FROM, ""));
        } catch (Invalid e) {
            throw new IllegalArgumentException("must end with the sender, such as ?from=noreply@example.org", e);
        }
    }

    /** A plus sign is one, other than in a form. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static boolean isOwnMachine(String host) {
        try {
            return host.equalsIgnoreCase("localhost")
                    || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }
}
