package dev.muster.persistence.operations;

import dev.muster.persistence.shared.PoolSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says in one sentence what keeps a schema from being brought up to date, and where to look. */
final class MigrationProblems {

    private static final Pattern SSL_MODE = Pattern.compile("[?&](sslmode=[\\w-]+)");

    private final String address;
    private final String user;
    private final String sslMode;

    MigrationProblems(String jdbcUrl, String user) {
        // What follows the question mark may hold a password.
        this.address = jdbcUrl.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "");
        this.user = user;
        Matcher mode = SSL_MODE.matcher(jdbcUrl);
        this.sslMode = mode.find() ? " (" + mode.group(1) + ")" : "";
    }

    MigrationFailure of(Exception failure) {
        SQLException cause = sqlCause(failure);
        if (cause == null) {
            return new MigrationFailure(withoutSql(failure), failure);
        }
        String state = String.valueOf(cause.getSQLState());
        return switch (state) {
            case "28P01" ->
                new MigrationFailure(
                        "The database at " + address + " refuses the login " + user
                                + ": look at user name and password.",
                        failure);
            case "28000" ->
                new MigrationFailure(
                        "The database at " + address + " refuses the login " + user + ": " + said(cause) + ".",
                        failure);
            case "3D000" -> new MigrationFailure("There is no database at " + address + ".", failure);
            case "42501" ->
                new MigrationFailure(
                        "The login " + user + " lacks rights in the database at " + address + ": " + said(cause) + ".",
                        failure);
            case "53300", "57P03" ->
                new MigrationFailure(
                        "The database at " + address + " takes no connection at the moment: " + said(cause) + ".",
                        failure);
            default ->
                state.startsWith("08")
                        ? new MigrationFailure(notConnected(cause), failure)
                        : new MigrationFailure(
                                "A migration of the database at " + address + " failed and was undone: " + said(cause)
                                        + " (SQLSTATE " + state + ").",
                                failure);
        };
    }

    /** Only what the network does is a database that can't be reached; all else is something to be set right. */
    private String notConnected(SQLException cause) {
        return switch (cause.getCause()) {
            case SSLException tls
            when isOfCertificate(tls) ->
                "The certificate of the database at " + address + " is not trusted: " + innermost(tls)
                        + "; the file that sslrootcert names has to hold who issued it.";
            case SSLException tls -> "TLS with the database at " + address + " fails: " + innermost(tls) + ".";
            case FileNotFoundException file -> notAgreed(cause);
            case IOException away -> "The database at " + address + " can't be reached.";
            case null, default -> notAgreed(cause);
        };
    }

    private String notAgreed(SQLException cause) {
        return "No connection to the database at " + address + " comes about: " + said(cause) + sslMode + ".";
    }

    private static boolean isOfCertificate(SSLException tls) {
        return Stream.<Throwable>iterate(tls, fault -> fault != null, Throwable::getCause)
                .anyMatch(CertificateException.class::isInstance);
    }

    /** Those around it name classes. */
    private static String innermost(Throwable fault) {
        Throwable innermost = fault;
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            innermost = cause;
        }
        return firstLine(innermost.getMessage());
    }

    MigrationFailure ofRole(SQLException failure) {
        boolean refused = "42501".equals(failure.getSQLState()) || "22023".equals(failure.getSQLState());
        return refused
                ? new MigrationFailure(
                        "The login " + user + " may not act as " + PoolSettings.APPLICATION_ROLE
                                + ": an administrator of the server has to run \"grant "
                                + PoolSettings.APPLICATION_ROLE + " to " + user + "\".",
                        failure)
                : of(failure);
    }

    MigrationFailure newer(SchemaHistory found, SchemaHistory known) {
        return new MigrationFailure("The schema of the database at " + address + " has version " + found.version()
                + ", and this Muster knows versions up to " + known.version() + ": start a newer Muster.");
    }

    MigrationFailure foreign() {
        return new MigrationFailure(foreignSentence());
    }

    /** @param had the versions that the database has had */
    MigrationFailure unknownTarget(List<String> had) {
        return new MigrationFailure("The database at " + address + " can go back to "
                + Stream.concat(Stream.of("0"), had.stream()).collect(Collectors.joining(", "))
                + ", and nowhere else.");
    }

    MigrationFailure locked(Duration patience) {
        return new MigrationFailure("Another program has been migrating the database at " + address + " for more than "
                + patience.toSeconds() + " seconds.");
    }

    private String withoutSql(Exception failure) {
        return failure instanceof FlywayValidateException
                ? foreignSentence()
                : "The database at " + address + " can't be migrated: " + firstLine(failure.getMessage());
    }

    private String foreignSentence() {
        return "The migrations that the database at " + address + " has had are not those of this Muster.";
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    /** The server's own words without detail and hint; a migration holds no one's data. */
    private static String said(SQLException cause) {
        ServerErrorMessage message = cause instanceof PSQLException server ? server.getServerErrorMessage() : null;
        return firstLine(message == null ? cause.getMessage() : message.getMessage());
    }

    private static String firstLine(@Nullable String text) {
        return text == null
                ? "no reason was given"
                : text.lines().findFirst().orElse("").strip().replaceFirst("\\.$", "");
    }
}
