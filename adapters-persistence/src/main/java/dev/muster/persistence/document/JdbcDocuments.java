package dev.muster.persistence.document;

import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentContent;
import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.DocumentPosition;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.document.DocumentVersion;
import dev.muster.domain.document.Documents;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Parameters;
import dev.muster.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The documents, in PostgreSQL. Every call but those that wait or go through many is one round trip. */
@Singleton
final class JdbcDocuments implements Documents {

    /** No document was made at such a time. */
    private static final DocumentPosition BEFORE_ALL =
            new DocumentPosition(Instant.EPOCH, new DocumentId(new UUID(0, 0)));

    private final CurrentUnit unit;

    JdbcDocuments(CurrentUnit unit) {
        this.unit = unit;
    }

    @Override
    public void insert(Document document, DocumentContent content, int most) {
        DocumentRow row = DocumentRow.from(document);
        int inserted = unit.update(DocumentStatements.INSERT, parameters -> {
            parameters.text(row.projectId().toString()).uuid(row.id()).time(row.createdAt());
            row.bindChanging(parameters);
            parameters.uuid(row.userId()).uuid(row.projectId()).integer(most);
            bindVersion(parameters, row, content);
        });
        if (inserted == 0) {
            if (count(document.owner(), document.project()) >= most) {
                throw Document.tooManyInProject(most);
            }
            throw new NotFound(ProjectError.PROJECT_NOT_FOUND, "There is no such project.");
        }
    }

    @Override
    public Optional<Document> find(UserId owner, DocumentId id) {
        return unit.query(DocumentStatements.FIND, of(owner, id), DocumentRow::read).stream()
                .findFirst()
                .map(DocumentRow::toDocument);
    }

    @Override
    public Optional<Document> findToChange(UserId owner, DocumentId id) {
        return unit.query(DocumentStatements.LOCK, of(owner, id), Columns::uuid).isEmpty()
                ? Optional.empty()
                : find(owner, id);
    }

    @Override
    public Optional<DocumentText> findText(UserId owner, DocumentId id) {
        return texts(DocumentStatements.FIND_LATEST_TEXT, of(owner, id)).stream()
                .findFirst();
    }

    @Override
    public Optional<DocumentText> findText(UserId owner, DocumentId id, int number) {
        return texts(DocumentStatements.FIND_TEXT, parameters -> {
                    of(owner, id).bind(parameters);
                    parameters.integer(number);
                })
                .stream()
                .findFirst();
    }

    @Override
    public Page<Document> findPage(UserId owner, ProjectId project, PageRequest<DocumentPosition> page) {
        DocumentPosition after = page.after();
        List<DocumentRow> rows = unit.query(
                after == null ? DocumentStatements.FIRST_PAGE : DocumentStatements.NEXT_PAGE,
                parameters -> {
                    bindAfter(parameters, owner, project, after);
                    parameters.number(page.limit() + 1L);
                },
                DocumentRow::read);
        return Page.of(rows.stream().map(DocumentRow::toDocument).toList(), page.limit());
    }

    @Override
    public long count(UserId owner, ProjectId project) {
        return unit.query(
                        DocumentStatements.COUNT,
                        parameters -> parameters.uuid(owner.value()).uuid(project.value()),
                        Columns::number)
                .getFirst();
    }

    @Override
    public Page<DocumentVersion> findVersionPage(UserId owner, DocumentId id, PageRequest<Integer> page) {
        Integer after = page.after();
        List<VersionRow> rows = unit.query(
                DocumentStatements.VERSIONS,
                parameters -> {
                    of(owner, id).bind(parameters);
                    of(owner, id).bind(parameters);
                    parameters
                            .integer(after == null ? Integer.MAX_VALUE : after)
                            .number(page.limit() + 1L);
                },
                VersionRow::read);
        return Page.of(rows.stream().map(VersionRow::toVersion).toList(), page.limit());
    }

    @Override
    public void update(Document document) {
        DocumentRow row = DocumentRow.from(document);
        requireUpdated(unit.update(
                DocumentStatements.UPDATE,
                parameters -> bindUpdate(parameters, row, row.latest().number())));
    }

    @Override
    public void update(Document document, DocumentContent content) {
        DocumentRow row = DocumentRow.from(document);
        requireUpdated(unit.update(DocumentStatements.UPDATE_WITH_VERSION, parameters -> {
            bindUpdate(parameters, row, row.latest().number() - 1);
            bindVersion(parameters, row, content);
        }));
    }

    @Override
    public void forEachLatest(UserId owner, ProjectId project, Consumer<DocumentText> consumer) {
        List<DocumentText> batch = latestAfter(owner, project, BEFORE_ALL);
        while (!batch.isEmpty()) {
            batch.forEach(consumer);
            batch = latestAfter(owner, project, batch.getLast().document().position());
        }
    }

    private List<DocumentText> latestAfter(UserId owner, ProjectId project, DocumentPosition after) {
        return texts(DocumentStatements.NEXT_LATEST_TEXTS, parameters -> bindAfter(parameters, owner, project, after));
    }

    private List<DocumentText> texts(Sql sql, Parameters.Binding binding) {
        return unit.query(sql, binding, TextRow::read).stream()
                .map(TextRow::toText)
                .toList();
    }

    private static Parameters.Binding of(UserId owner, DocumentId id) {
        return parameters -> parameters.uuid(owner.value()).uuid(id.value());
    }

    private static void bindAfter(
            Parameters parameters, UserId owner, ProjectId project, @Nullable DocumentPosition after)
            throws SQLException {
        parameters.uuid(owner.value()).uuid(project.value());
        if (after != null) {
            parameters.time(after.createdAt()).uuid(after.id().value());
        }
    }

    private static void bindUpdate(Parameters parameters, DocumentRow row, int storedLatest) throws SQLException {
        row.bindChanging(parameters);
        parameters.uuid(row.userId()).uuid(row.id()).number(row.version() - 1).integer(storedLatest);
    }

    private static void bindVersion(Parameters parameters, DocumentRow row, DocumentContent content)
            throws SQLException {
        row.latest().bind(parameters);
        parameters.text(content.text());
    }

    private static void requireUpdated(int updated) {
        if (updated == 0) {
            throw new PreconditionFailed(SharedError.STALE_VERSION, "The document has been changed meanwhile.");
        }
    }
}
