package dev.muster.domain.document;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.UserId;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The documents with their versions. Every call names the owner, and the store shows and changes only what also belongs
 * to the actor of the unit of work (requirements D2, E4). Deleted documents, and those of a deleted project, are found
 * and changed by no call. A version that is stored stays as it is, whoever asks for another. Works inside a unit of work
 * only.
 */
public interface Documents {

    /**
     * Adds a document with its first version.
     *
     * @param content of that version
     * @param most how many the project may have, this one included, however many are added at once
     * @throws dev.muster.domain.shared.NotFound with PROJECT_NOT_FOUND if the project is not one of the owner's, or is
     *     deleted
     * @throws dev.muster.domain.shared.Conflict with TOO_MANY_DOCUMENTS if it has that many
     */
    void insert(Document document, DocumentContent content, int most);

    /** The document; empty for someone else's. */
    Optional<Document> find(UserId owner, DocumentId id);

    /** The same for a change: who else wants to change it waits until this unit of work ends. For a write only. */
    Optional<Document> findToChange(UserId owner, DocumentId id);

    /** The document with the content of its latest version. */
    Optional<DocumentText> findText(UserId owner, DocumentId id);

    /** The document with the version of a number and its content; empty if there is none of that number. */
    Optional<DocumentText> findText(UserId owner, DocumentId id, int number);

    /** The documents of a project, newest first. */
    Page<Document> findPage(UserId owner, ProjectId project, PageRequest<DocumentPosition> page);

    /** How many documents a project has. */
    long count(UserId owner, ProjectId project);

    /**
     * The versions of a document, newest first; reads none of their contents. Empty if there is no such document.
     *
     * @param page after the version of a number
     */
    Page<DocumentVersion> findVersionPage(UserId owner, DocumentId id, PageRequest<Integer> page);

    /**
     * Stores a changed document whose version is one more than the stored one, and whose latest version is the stored
     * one.
     *
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another, or none is
     */
    void update(Document document);

    /**
     * The same of a document that has one version more than the stored one, which is stored with it.
     *
     * @param content of that version
     * @throws dev.muster.domain.shared.PreconditionFailed as above
     */
    void update(Document document, DocumentContent content);

    /**
     * Goes through the documents of a project with the contents of their latest versions, oldest document first. Holds a
     * few of them at a time, however many there are; one that is made meanwhile may come or not.
     */
    void forEachLatest(UserId owner, ProjectId project, Consumer<DocumentText> consumer);
}
