package dev.muster.testkit.document;

import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentContent;
import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.DocumentPosition;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.document.DocumentVersion;
import dev.muster.domain.document.Documents;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Documents in memory, each seen by none but its owner. */
public final class InMemoryDocuments implements Documents {

    /** By the text of ids, as that sorts like their bits and {@link java.util.UUID} has signs. */
    private static final Comparator<DocumentPosition> NEWEST_FIRST = Comparator.comparing(DocumentPosition::createdAt)
            .thenComparing(position -> position.id().toString())
            .reversed();

    private final InMemoryUnitOfWork unitOfWork;
    private final Projects projects;
    private final Table<DocumentId, Row> table;

    /** @param projects in the same unit of work */
    public InMemoryDocuments(InMemoryUnitOfWork unitOfWork, Projects projects) {
        this.unitOfWork = unitOfWork;
        this.projects = projects;
        this.table = new Table<>(unitOfWork);
    }

    @Override
    public void insert(Document document, DocumentContent content, int most) {
        table.change(rows -> {
            if (projects.find(document.owner(), document.project()).isEmpty()) {
                throw new NotFound(ProjectError.PROJECT_NOT_FOUND, "There is no such project.");
            }
            if (count(document.owner(), document.project()) >= most) {
                throw Document.tooManyInProject(most);
            }
            if (rows.putIfAbsent(document.id(), Row.first(document, content)) != null) {
                throw new IllegalArgumentException("a document of this id is stored");
            }
        });
    }

    @Override
    public Optional<Document> find(UserId owner, DocumentId id) {
        return visible(table.rows(), owner, id).map(Row::document);
    }

    @Override
    public Optional<Document> findToChange(UserId owner, DocumentId id) {
        return find(owner, id);
    }

    @Override
    public Optional<DocumentText> findText(UserId owner, DocumentId id) {
        return visible(table.rows(), owner, id).map(Row::latest);
    }

    @Override
    public Optional<DocumentText> findText(UserId owner, DocumentId id, int number) {
        return visible(table.rows(), owner, id).stream()
                .flatMap(Row::texts)
                .filter(text -> text.version().number() == number)
                .findFirst();
    }

    @Override
    public Page<Document> findPage(UserId owner, ProjectId project, PageRequest<DocumentPosition> page) {
        DocumentPosition after = page.after();
        List<Document> probed = meant(owner, project)
                .map(Row::document)
                .filter(document -> after == null || NEWEST_FIRST.compare(document.position(), after) > 0)
                .sorted(Comparator.comparing(Document::position, NEWEST_FIRST))
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(probed, page.limit());
    }

    @Override
    public long count(UserId owner, ProjectId project) {
        return meant(owner, project).count();
    }

    @Override
    public Page<DocumentVersion> findVersionPage(UserId owner, DocumentId id, PageRequest<Integer> page) {
        Integer after = page.after();
        List<DocumentVersion> probed = visible(table.rows(), owner, id).stream()
                .flatMap(Row::texts)
                .map(DocumentText::version)
                .filter(version -> after == null || version.number() < after)
                .sorted(Comparator.comparing(DocumentVersion::number).reversed())
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(probed, page.limit());
    }

    @Override
    public void update(Document document) {
        table.change(rows -> {
            Row stored = requirePredecessor(rows, document, document.latest().number());
            rows.put(document.id(), new Row(document, stored.versions()));
        });
    }

    @Override
    public void update(Document document, DocumentContent content) {
        table.change(rows -> {
            Row stored = requirePredecessor(rows, document, document.latest().number() - 1);
            rows.put(document.id(), stored.with(document, content));
        });
    }

    @Override
    public void forEachLatest(UserId owner, ProjectId project, Consumer<DocumentText> consumer) {
        meant(owner, project)
                .sorted(Comparator.comparing((Row row) -> row.document().position(), NEWEST_FIRST.reversed()))
                .map(Row::latest)
                .forEach(consumer);
    }

    private Row requirePredecessor(Map<DocumentId, Row> rows, Document document, int latest) {
        return visible(rows, document.owner(), document.id())
                .filter(stored -> stored.document().version() == document.version() - 1)
                .filter(stored -> stored.versions().size() == latest)
                .orElseThrow(() ->
                        new PreconditionFailed(SharedError.STALE_VERSION, "The document has been changed meanwhile."));
    }

    private Stream<Row> meant(UserId owner, ProjectId project) {
        return table.rows().values().stream()
                .filter(row -> row.document().project().equals(project) && isVisible(row.document(), owner));
    }

    private Optional<Row> visible(Map<DocumentId, Row> rows, UserId owner, DocumentId id) {
        return Optional.ofNullable(rows.get(id)).filter(row -> isVisible(row.document(), owner));
    }

    private boolean isVisible(Document document, UserId owner) {
        return document.deletedAt() == null
                && document.owner().equals(owner)
                && unitOfWork.actor().equals(owner.asActor())
                && projects.find(owner, document.project()).isPresent();
    }

    /** @param versions with their contents, the first one first */
    private record Row(Document document, List<Written> versions) {

        private record Written(DocumentVersion version, DocumentContent content) {}

        static Row first(Document document, DocumentContent content) {
            return new Row(document, List.of(new Written(document.latest(), content)));
        }

        Row with(Document changed, DocumentContent content) {
            return new Row(
                    changed,
                    Stream.concat(versions.stream(), Stream.of(new Written(changed.latest(), content)))
                            .toList());
        }

        Stream<DocumentText> texts() {
            return versions.stream().map(written -> new DocumentText(document, written.version(), written.content()));
        }

        DocumentText latest() {
            Written written = versions.getLast();
            return new DocumentText(document, written.version(), written.content());
        }
    }
}
