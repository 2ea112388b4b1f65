package dev.muster.persistence.document;

import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.DocumentTitle;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.Parameters;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of documents, with that of its latest version. */
record DocumentRow(
        UUID id,
        UUID userId,
        UUID projectId,
        Instant createdAt,
        String title,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        long version,
        VersionRow latest) {

    /** What an update sets, in the order of {@link #bindChanging}. */
    static final String CHANGING = "title, latest_version, updated_at, deleted_at, version";

    /** In the order in which {@link #read} takes them; d is the document and l its latest version. */
    static final String COLUMNS =
            "d.id, d.user_id, d.project_id, d.created_at, d.title, d.updated_at, d.deleted_at, d.version, "
                    + VersionRow.columnsOf("l");

    static DocumentRow from(Document document) {
        return new DocumentRow(
                document.id().value(),
                document.owner().value(),
                document.project().value(),
                document.createdAt(),
                document.title().value(),
                document.updatedAt(),
                document.deletedAt(),
                document.version(),
                VersionRow.from(document.latest()));
    }

    static DocumentRow read(Columns columns) throws SQLException {
        return new DocumentRow(
                columns.uuid(),
                columns.uuid(),
                columns.uuid(),
                columns.time(),
                columns.text(),
                columns.time(),
                columns.timeOrNull(),
                columns.number(),
                VersionRow.read(columns));
    }

    void bindChanging(Parameters parameters) throws SQLException {
        parameters
                .text(title)
                .integer(latest.number())
                .time(updatedAt)
                .time(deletedAt)
                .number(version);
    }

    Document toDocument() {
        return new Document(
                new DocumentId(id),
                new ProjectId(projectId),
                new UserId(userId),
                new DocumentTitle(title),
                latest.toVersion(),
                createdAt,
                updatedAt,
                deletedAt,
                version);
    }
}
