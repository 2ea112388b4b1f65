package dev.muster.application.document;

import dev.muster.domain.document.DocumentContent;
import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.document.Revision;
import dev.muster.domain.document.VersionNote;
import dev.muster.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Adds a version to a document, even if it says what the latest one says (requirement D2). */
public final class AddDocumentVersion {

    private final LockedDocuments locked;

    public AddDocumentVersion(LockedDocuments locked) {
        this.locked = locked;
    }

    /**
     * Adds a version. Of those who do so at once each gets a number of its own.
     *
     * @param expectedVersion the version of the document that the caller knows, or null to add to whatever is there
     * @param note what the author says of it, or null
     * @throws dev.muster.domain.shared.NotFound with DOCUMENT_NOT_FOUND
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     * @throws dev.muster.domain.shared.Conflict with TOO_MANY_VERSIONS
     */
    public DocumentText add(
            UserId owner,
            DocumentId id,
            @Nullable Long expectedVersion,
            DocumentContent content,
            @Nullable VersionNote note) {
        return locked.change(
                owner,
                id,
                expectedVersion,
                document -> locked.revise(document, document.title(), new Revision(content, owner, note, null)));
    }
}
