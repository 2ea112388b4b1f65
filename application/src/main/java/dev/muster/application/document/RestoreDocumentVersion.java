package dev.muster.application.document;

import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentContent;
import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.document.Documents;
import dev.muster.domain.document.Revision;
import dev.muster.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Brings back what an old version says, as a new one; nothing in between is lost (requirement D2). */
public final class RestoreDocumentVersion {

    private final LockedDocuments locked;
    private final Documents documents;

    public RestoreDocumentVersion(LockedDocuments locked, Documents documents) {
        this.locked = locked;
        this.documents = documents;
    }

    /**
     * Adds a version with the content of another.
     *
     * @param number of the version that comes back; the latest may
     * @param expectedVersion the version of the document that the caller knows, or null to add to whatever is there
     * @throws dev.muster.domain.shared.NotFound with DOCUMENT_NOT_FOUND or DOCUMENT_VERSION_NOT_FOUND
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     * @throws dev.muster.domain.shared.Conflict with TOO_MANY_VERSIONS
     */
    public DocumentText restore(UserId owner, DocumentId id, int number, @Nullable Long expectedVersion) {
        return locked.change(owner, id, expectedVersion, document -> {
            var revision = new Revision(content(document, number), owner, null, number);
            return locked.revise(document, document.title(), revision);
        });
    }

    private DocumentContent content(Document document, int number) {
        return documents
                .findText(document.owner(), document.id(), number)
                .map(DocumentText::content)
                .orElseThrow(DocumentQueries::versionNotFound);
    }
}
