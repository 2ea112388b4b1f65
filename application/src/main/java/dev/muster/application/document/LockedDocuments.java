package dev.muster.application.document;

import dev.muster.application.shared.Stamps;
import dev.muster.application.shared.Versions;
import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.document.DocumentTitle;
import dev.muster.domain.document.Documents;
import dev.muster.domain.document.Revision;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one document, one after the other: who comes second sees what the first has left, so numbers of versions
 * have no gaps and nobody has to try again.
 */
public final class LockedDocuments {

    private final UnitOfWork unitOfWork;
    private final Documents documents;
    private final Stamps stamps;

    public LockedDocuments(UnitOfWork unitOfWork, Documents documents, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.documents = documents;
        this.stamps = stamps;
    }

    /**
     * Changes a document that nobody else changes meanwhile.
     *
     * @param expectedVersion the version that the caller knows, or null to change whatever is there
     * @throws dev.muster.domain.shared.NotFound with DOCUMENT_NOT_FOUND
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     */
    <T> T change(UserId owner, DocumentId id, @Nullable Long expectedVersion, Function<Document, T> change) {
        return unitOfWork.write(owner.asActor(), () -> {
            Document document = documents.findToChange(owner, id).orElseThrow(DocumentQueries::notFound);
            Versions.require(expectedVersion, document.version());
            return change.apply(document);
        });
    }

    /** Stores a version more of a document that is being changed, under the title that it has from now on. */
    DocumentText revise(Document document, DocumentTitle title, Revision revision) {
        Document revised = document.revised(title, revision, stamps.now());
        documents.update(revised, revision.content());
        return new DocumentText(revised, revised.latest(), revision.content());
    }
}
