package dev.muster.application.document;

import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentError;
import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.DocumentPosition;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.document.DocumentVersion;
import dev.muster.domain.document.Documents;
import dev.muster.domain.document.UnifiedDiff;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Reads of one's own documents. Someone else's, deleted ones and those of a deleted project are as good as none. */
public final class DocumentQueries {

    private final UnitOfWork unitOfWork;
    private final Documents documents;
    private final UnifiedDiff unifiedDiff;

    public DocumentQueries(UnitOfWork unitOfWork, Documents documents, UnifiedDiff unifiedDiff) {
        this.unitOfWork = unitOfWork;
        this.documents = documents;
        this.unifiedDiff = unifiedDiff;
    }

    /**
     * A document.
     *
     * @throws NotFound with DOCUMENT_NOT_FOUND
     */
    public Document require(UserId owner, DocumentId id) {
        return unitOfWork.read(owner.asActor(), () -> documents.find(owner, id)).orElseThrow(DocumentQueries::notFound);
    }

    /**
     * A document with what it says now.
     *
     * @throws NotFound with DOCUMENT_NOT_FOUND
     */
    public DocumentText requireText(UserId owner, DocumentId id) {
        return unitOfWork
                .read(owner.asActor(), () -> documents.findText(owner, id))
                .orElseThrow(DocumentQueries::notFound);
    }

    /**
     * A document with what it said in a version.
     *
     * @throws NotFound with DOCUMENT_NOT_FOUND or DOCUMENT_VERSION_NOT_FOUND
     */
    public DocumentText requireText(UserId owner, DocumentId id, int number) {
        return unitOfWork
                .read(owner.asActor(), () -> documents.findText(owner, id, number))
                .orElseThrow(() -> {
                    Document unused = require(owner, id);
                    return versionNotFound();
                });
    }

    /** One page of a project's documents, newest first. */
    public Page<Document> findPage(UserId owner, ProjectId project, PageRequest<DocumentPosition> page) {
        return unitOfWork.read(owner.asActor(), () -> documents.findPage(owner, project, page));
    }

    /** How many documents a project has. */
    public long count(UserId owner, ProjectId project) {
        return unitOfWork.read(owner.asActor(), () -> documents.count(owner, project));
    }

    /** One page of a document's versions, newest first, without what they say. */
    public Page<DocumentVersion> findVersionPage(UserId owner, DocumentId id, PageRequest<Integer> page) {
        return unitOfWork.read(owner.asActor(), () -> documents.findVersionPage(owner, id, page));
    }

    /**
     * What changed from one version to another, whichever is older.
     *
     * @param from the number of a version, or null for the one before {@code to}
     * @param to the number of a version, or null for the latest
     * @throws NotFound with DOCUMENT_NOT_FOUND or DOCUMENT_VERSION_NOT_FOUND
     */
    public DocumentDiff diff(UserId owner, DocumentId id, @Nullable Integer from, @Nullable Integer to) {
        DocumentText after = to == null ? requireText(owner, id) : requireText(owner, id, to);
        int number = from == null ? Math.max(1, after.version().number() - 1) : from;
        DocumentText before = requireText(owner, id, number);
        String unified = unifiedDiff.between(side("a/", before), side("b/", after));
        return new DocumentDiff(number, after.version().number(), unified);
    }

    private static UnifiedDiff.Side side(String mark, DocumentText text) {
        return new UnifiedDiff.Side(
                mark + text.document().title().value(),
                "version " + text.version().number(),
                text.content().text());
    }

    static NotFound notFound() {
        return new NotFound(DocumentError.DOCUMENT_NOT_FOUND, "There is no such document.");
    }

    static NotFound versionNotFound() {
        return new NotFound(DocumentError.DOCUMENT_VERSION_NOT_FOUND, "The document has no version of this number.");
    }
}
