package dev.muster.application.document;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentContent;
import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.document.DocumentTitle;
import dev.muster.domain.document.Documents;
import dev.muster.domain.document.Revision;
import dev.muster.domain.document.VersionNote;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Makes a document with its first version (requirement D2). */
public final class CreateDocument {

    private final UnitOfWork unitOfWork;
    private final Documents documents;
    private final Stamps stamps;

    public CreateDocument(UnitOfWork unitOfWork, Documents documents, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.documents = documents;
        this.stamps = stamps;
    }

    /**
     * Makes a document of one's own.
     *
     * @param note what the author says of the first version, or null
     * @throws dev.muster.domain.shared.NotFound with PROJECT_NOT_FOUND if the project is not one of the owner's
     * @throws dev.muster.domain.shared.Conflict with TOO_MANY_DOCUMENTS if it has as many as may be
     */
    public DocumentText create(
            UserId owner, ProjectId project, DocumentTitle title, DocumentContent content, @Nullable VersionNote note) {
        var first = new Revision(content, owner, note, null);
        Document document = Document.created(new DocumentId(stamps.nextId()), project, title, first, stamps.now());
        return unitOfWork.writeOne(owner.asActor(), () -> {
            documents.insert(document, content, Document.MAX_IN_PROJECT);
            return new DocumentText(document, document.latest(), content);
        });
    }
}
