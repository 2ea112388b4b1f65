package dev.muster.persistence.project;

import dev.muster.domain.project.ProjectPosition;
import dev.muster.domain.project.ProjectStatus;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Parameters;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which rows of projects are meant, as a condition that names only what is filtered by. */
record ProjectSelection(
        UserId owner, Set<ProjectStatus> statuses, @Nullable ProjectPosition after) {

    String condition() {
        return "user_id = ? and deleted_at is null"
                + (statuses.isEmpty() ? "" : " and status = any(?)")
                + (after == null ? "" : " and (created_at, id) < (?, ?)");
    }

    void bind(Parameters parameters) throws SQLException {
        parameters.uuid(owner.value());
        if (!statuses.isEmpty()) {
            parameters.texts(statuses.stream().map(ProjectRow::stored).sorted().toList());
        }
        if (after != null) {
            parameters.time(after.createdAt()).uuid(after.id().value());
        }
    }
}
