package dev.muster.persistence.operations;

import dev.muster.persistence.shared.PoolSettings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says in one sentence what keeps a schema from being brought up to date, and where to look. */
final class MigrationProblems {

    private final String address;
    private final String user;

    MigrationProblems(String jdbcUrl, String user) {
        // What follows the question mark may hold a password.
        this.address = jdbcUrl.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "");
        this.user = user;
    }

    MigrationFailure of(Exception failure) {
        SQLException cause = sqlCause(failure);
        if (cause == null) {
            return new MigrationFailure(withoutSql(failure), failure);
        }
        String state = String.valueOf(cause.getSQLState());
        if (state.startsWith("28")) {
            return new MigrationFailure(
                    "The database at " + address + " refuses the login " + user + ": look at user name and password.",
                    failure);
        }
        return switch (state) {
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
                        ? new MigrationFailure("The database at " + address + " can't be reached.", failure)
                        : new MigrationFailure(
                                "A migration of the database at " + address + " failed and was undone: " + said(cause)
                                        + " (SQLSTATE " + state + ").",
                                failure);
        };
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
                : text.lines().findFirst().orElse("").strip();
    }
}
