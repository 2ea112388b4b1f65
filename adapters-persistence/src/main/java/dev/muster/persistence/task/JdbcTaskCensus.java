package dev.muster.persistence.task;

import dev.muster.domain.task.TaskCensus;
import dev.muster.domain.task.TaskStatistics;
import dev.muster.domain.task.TaskStatistics.Recently;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/**
 * Counts in PostgreSQL, by a function that works in the name of the tables' owner: the application's own role sees no task
 * of anybody who doesn't act, and of what the function sees the sums alone.
 */
@Singleton
final class JdbcTaskCensus implements TaskCensus {

    private static final Sql STATISTICS = Sql.plain("select pending, in_progress, completed, cancelled,"
            + " low, medium, high, urgent,"
            + " points_pending, points_in_progress, points_completed, points_cancelled, overdue, blocked, deleted,"
            + " created_day, created_week, created_month, completed_day, completed_week, completed_month, counted_at"
            + " from muster.v_all_tasks_summary");

    private static final Sql REFRESH = Sql.plain("select muster.refresh_all_tasks_summary()");

    private final CurrentUnit unit;

    JdbcTaskCensus(CurrentUnit unit) {
        this.unit = unit;
    }

    @Override
    public TaskStatistics statistics() {
        return unit.query(STATISTICS, parameters -> {}, JdbcTaskCensus::statistics)
                .getFirst();
    }

    @Override
    public void refreshStatistics() {
        unit.update(REFRESH, parameters -> {});
    }

    private static TaskStatistics statistics(Columns columns) throws SQLException {
        return new TaskStatistics(
                TaskSums.read(columns), columns.number(), recently(columns), recently(columns), columns.time());
    }

    private static Recently recently(Columns columns) throws SQLException {
        return new Recently(columns.number(), columns.number(), columns.number());
    }
}
