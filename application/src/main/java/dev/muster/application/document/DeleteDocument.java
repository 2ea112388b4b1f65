package dev.muster.application.document;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.Documents;
import dev.muster.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Deletes a document with all its versions (requirement D2). */
public final class DeleteDocument {

    private final LockedDocuments locked;
    private final Documents documents;
    private final Stamps stamps;

    public DeleteDocument(LockedDocuments locked, Documents documents, Stamps stamps) {
        this.locked = locked;
        this.documents = documents;
        this.stamps = stamps;
    }

    /**
     * Deletes a document.
     *
     * @param expectedVersion the version that the caller knows, or null to delete whatever is there
     * @throws dev.muster.domain.shared.NotFound with DOCUMENT_NOT_FOUND
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     */
    public void delete(UserId owner, DocumentId id, @Nullable Long expectedVersion) {
        locked.change(owner, id, expectedVersion, document -> {
            Document deleted = document.deleted(stamps.now());
            documents.update(deleted);
            return deleted;
        });
    }
}
