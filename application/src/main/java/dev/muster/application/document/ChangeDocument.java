package dev.muster.application.document;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentContent;
import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.document.DocumentTitle;
import dev.muster.domain.document.Documents;
import dev.muster.domain.document.Revision;
import dev.muster.domain.user.UserId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes title or content of a document; another content is a new version (requirement D2). */
public final class ChangeDocument {

    private final LockedDocuments locked;
    private final Documents documents;
    private final Stamps stamps;

    public ChangeDocument(LockedDocuments locked, Documents documents, Stamps stamps) {
        this.locked = locked;
        this.documents = documents;
        this.stamps = stamps;
    }

    /**
     * Changes a document. The content that it has already makes no version, and a change that changes nothing leaves
     * everything as it is.
     *
     * @param expectedVersion the version that the caller knows, or null to change whatever is there
     * @return the document as stored, with its latest version
     * @throws dev.muster.domain.shared.NotFound with DOCUMENT_NOT_FOUND
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     * @throws dev.muster.domain.shared.Conflict with TOO_MANY_VERSIONS
     */
    public DocumentText change(UserId owner, DocumentId id, @Nullable Long expectedVersion, DocumentChange change) {
        return locked.change(owner, id, expectedVersion, document -> {
            DocumentTitle title = Objects.requireNonNullElse(change.title(), document.title());
            DocumentContent content = change.content();
            if (content != null && !content.checksum().equals(document.latest().checksum())) {
                return locked.revise(document, title, new Revision(content, owner, change.note(), null));
            }
            if (!title.equals(document.title())) {
                documents.update(document.titled(title, stamps.now()));
            }
            return latest(document);
        });
    }

    private DocumentText latest(Document document) {
        return documents.findText(document.owner(), document.id()).orElseThrow(DocumentQueries::notFound);
    }
}
