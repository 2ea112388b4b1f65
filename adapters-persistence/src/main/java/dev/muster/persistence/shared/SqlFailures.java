package dev.muster.persistence.shared;

import dev.muster.domain.project.ProjectError;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.Failure;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.shared.Unavailable;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.template.TemplateError;
import dev.muster.domain.user.UserError;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a failure of the database means to who called a store; the one place that knows SQLSTATEs. */
final class SqlFailures {

    private static final Logger LOG = LoggerFactory.getLogger(SqlFailures.class);

    static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** What people may run into; any other constraint is broken by a mistake of ours. */
    private static final Map<String, Supplier<Failure>> EXPECTED = Map.of(
            "ux_users__email",
            () -> new Conflict(UserError.EMAIL_TAKEN, "Another account has this e-mail address."),
            "ux_users__username",
            () -> new Conflict(UserError.USERNAME_TAKEN, "Another account has this user name."),
            "pk_roles",
            () -> new Conflict(UserError.ROLE_EXISTS, "There is a role of this name already."),
            "fk_user_roles__role",
            () -> new Conflict(UserError.ROLE_IN_USE, "Someone has the role."),
            "pk_task_templates",
            () -> new Conflict(TemplateError.TEMPLATE_EXISTS, "Another of your templates has this name."),
            "ux_projects__user_id_key",
            () -> new Conflict(ProjectError.PROJECT_KEY_TAKEN, "Another of your projects has this key."),
            "fk_tasks__parent",
            () -> Invalid.at("/parent_id", TaskError.PARENT_NOT_FOUND, "must be the id of one of your tasks"));

    private static final Set<String> CONTENTION = Set.of("40001", "40P01");

    /** Someone was erased while something was recorded of them; at the next attempt they are gone. */
    private static final Set<String> ERASED_MEANWHILE = Set.of("fk_audit_log__actor", "fk_audit_log__subject");

    /** What the database does that is there, and gives no answer all the same. */
    private static final Map<String, String> AWAY = Map.of(
            "53300", "has no connection left",
            "57014", "cancelled a statement, as it does when the time for it is over",
            "55P03", "waited too long for a lock",
            "25006", "takes no writes");

    /** Disk full, out of memory: nothing that a request did, and nobody but who runs the database can mend it. */
    private static final Set<String> FULL = Set.of("53100", "53200");

    private static final Seldom FULL_IS_TOLD = new Seldom();
    private static final Seldom AWAY_IS_TOLD = new Seldom();

    private SqlFailures() {}

    /** What to throw instead of a failure of the driver, the pool or the repositories. */
    static RuntimeException translate(Exception failure) {
        SQLException cause = sqlCause(failure);
        if (cause == null) {
            return failure instanceof RuntimeException fault ? fault : new IllegalStateException(failure);
        }
        String state = cause.getSQLState();
        if (state != null && CONTENTION.contains(state)) {
            return new Contention(state);
        }
        if (isAway(cause, state)) {
            tellAway(state);
            return unavailable();
        }
        if (state != null && FULL.contains(state)) {
            tellFull(state);
            return unavailable();
        }
        String constraint = constraint(cause);
        if (state != null && constraint != null && ERASED_MEANWHILE.contains(constraint)) {
            return new Contention(state);
        }
        Supplier<Failure> expected = constraint == null ? null : EXPECTED.get(constraint);
        return expected == null ? new DatabaseFault(state, constraint) : expected.get();
    }

    static Unavailable unavailable() {
        return new Unavailable(
                SharedError.DATABASE_UNAVAILABLE, "The database is not available at the moment.", RETRY_AFTER);
    }

    private static void tellFull(String state) {
        if (FULL_IS_TOLD.mayTell()) {
            LOG.error(
                    "The database has no {} left and refuses what needs it (SQLSTATE {}); it is said again after {} s at"
                            + " the earliest",
                    state.equals("53100") ? "room on its disk" : "memory",
                    state,
                    Seldom.PAUSE.toSeconds());
        }
    }

    private static void tellAway(@Nullable String state) {
        String done = state == null ? null : AWAY.get(state);
        if (done != null && AWAY_IS_TOLD.mayTell()) {
            LOG.warn(
                    "The database {} (SQLSTATE {}); the like is said again after {} s at the earliest",
                    done,
                    state,
                    Seldom.PAUSE.toSeconds());
        }
    }

    /** Class 08: connection exceptions; 57P: shutting down, crashed, starting up. */
    private static boolean isAway(SQLException cause, @Nullable String state) {
        return cause instanceof SQLTransientConnectionException
                || (state != null && (state.startsWith("08") || state.startsWith("57P") || AWAY.containsKey(state)));
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static @Nullable String constraint(SQLException cause) {
        ServerErrorMessage message = cause instanceof PSQLException server ? server.getServerErrorMessage() : null;
        return message == null ? null : message.getConstraint();
    }
}
