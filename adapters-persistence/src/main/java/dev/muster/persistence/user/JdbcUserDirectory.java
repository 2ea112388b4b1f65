package dev.muster.persistence.user;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserDirectory;
import dev.muster.domain.user.UserFilter;
import dev.muster.domain.user.UserPosition;
import dev.muster.domain.user.UserStatistics;
import dev.muster.domain.user.UserStatistics.Recently;
import dev.muster.domain.user.UserStatus;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * The accounts as administrators look for them, in PostgreSQL. Every call is one round trip. Pages and counts are planned
 * for what is asked: of a text that many have the newest are found in the order of time, of one that few have by its own
 * index, and nothing but the text tells which it is.
 */
@Singleton
final class JdbcUserDirectory implements UserDirectory {

    private static final Sql STATISTICS = Sql.plain("select active, inactive, suspended, deleted, verified,"
            + " registered_day, registered_week, registered_month, signed_in_day, signed_in_week, signed_in_month,"
            + " counted_at from muster.v_active_users_summary");

    private static final Sql REFRESH = Sql.plain("select muster.refresh_active_users_summary()");

    private final CurrentUnit unit;

    JdbcUserDirectory(CurrentUnit unit) {
        this.unit = unit;
    }

    @Override
    public Page<User> find(UserFilter filter, PageRequest<UserPosition> request) {
        UserSelection selection = UserSelection.of(filter, request.after());
        List<UserRow> rows = unit.query(
                pageOf(selection),
                parameters -> {
                    selection.bind(parameters);
                    parameters.number(request.limit() + 1L);
                },
                UserRow::read);
        return Page.of(rows.stream().map(UserRow::toUser).toList(), request.limit());
    }

    static Sql pageOf(UserSelection selection) {
        return Sql.plannedAnew("select " + UserRow.COMPLETE + " from muster.v_users_complete u where "
                + selection.condition() + " order by u.created_at desc, u.id desc limit ?");
    }

    @Override
    public long count(UserFilter filter) {
        UserSelection selection = UserSelection.of(filter, null);
        return unit.query(countOf(selection), selection::bind, Columns::number).getFirst();
    }

    static Sql countOf(UserSelection selection) {
        return Sql.plannedAnew("select count(*) from muster.v_users_complete u where " + selection.condition());
    }

    @Override
    public UserStatistics statistics() {
        return unit.query(STATISTICS, parameters -> {}, JdbcUserDirectory::statistics)
                .getFirst();
    }

    @Override
    public void refreshStatistics() {
        unit.update(REFRESH, parameters -> {});
    }

    private static UserStatistics statistics(Columns columns) throws SQLException {
        Map<UserStatus, Long> byStatus = Map.of(
                UserStatus.ACTIVE, columns.number(),
                UserStatus.INACTIVE, columns.number(),
                UserStatus.SUSPENDED, columns.number(),
                UserStatus.DELETED, columns.number());
        return new UserStatistics(byStatus, columns.number(), recently(columns), recently(columns), columns.time());
    }

    private static Recently recently(Columns columns) throws SQLException {
        return new Recently(columns.number(), columns.number(), columns.number());
    }
}
