package dev.muster.persistence.task;

import dev.muster.domain.task.TaskKey;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Parameters;
import dev.muster.persistence.shared.Sql;
import java.sql.SQLException;

/** Keys that might have been meant: of the projects that begin alike, the nearest numbers on either side. */
final class SimilarKeys {

    static final Sql SQL = Sql.owned("""
            select p.key, n.number
            from (select p.id, p.key, p.key = ? as same,
                    (select max(length) from generate_series(0, 10) length where left(p.key, length) = left(?, length))
                        as likeness
                from muster.projects p where p.user_id = ? and p.deleted_at is null
                order by same desc, likeness desc, p.key limit 10) p
            cross join lateral (
                (select t.number from muster.tasks t
                    where t.user_id = ? and t.project_id = p.id and t.number >= ? and t.deleted_at is null
                    order by t.number limit ?)
                union all
                (select t.number from muster.tasks t
                    where t.user_id = ? and t.project_id = p.id and t.number < ? and t.deleted_at is null
                    order by t.number desc limit ?)) n
            order by p.same desc, p.likeness desc, abs(n.number - ?), p.key, n.number limit ?""");

    private SimilarKeys() {}

    static void bind(Parameters parameters, UserId owner, TaskKey key, int limit) throws SQLException {
        String project = key.project().value();
        parameters.text(project).text(project).uuid(owner.value());
        for (int side = 0; side < 2; side++) {
            parameters.uuid(owner.value()).integer(key.number()).integer(limit);
        }
        parameters.integer(key.number()).integer(limit);
    }
}
