package dev.muster.domain.document;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text of a project with all its versions (requirement D2). Times in microseconds.
 *
 * @param latest its newest version, whose number is also how many there are
 * @param deletedAt when it was deleted, or null
 * @param version 1 at first, one more with every change of the title or the content
 */
public record Document(
        DocumentId id,
        ProjectId project,
        UserId owner,
        DocumentTitle title,
        DocumentVersion latest,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        long version) {

    public static final int MAX_VERSIONS = 10_000;

    /** So that what lists them all, such as the manifest of an export, has an end. */
    public static final int MAX_IN_PROJECT = 10_000;

    /** A document made now, by the author of its first version, who owns it. */
    public static Document created(DocumentId id, ProjectId project, DocumentTitle title, Revision first, Instant now) {
        return new Document(id, project, first.author(), title, first.numbered(1, now), now, now, null, 1);
    }

    /** The document under another title. */
    public Document titled(DocumentTitle changed, Instant now) {
        return new Document(id, project, owner, changed, latest, createdAt, now, deletedAt, version + 1);
    }

    /**
     * The document with a version more.
     *
     * @param changed its title from now on
     * @throws Conflict with {@link DocumentError#TOO_MANY_VERSIONS}
     */
    public Document revised(DocumentTitle changed, Revision revision, Instant now) {
        if (latest.number() >= MAX_VERSIONS) {
            throw new Conflict(
                    DocumentError.TOO_MANY_VERSIONS, "A document has at most " + MAX_VERSIONS + " versions.");
        }
        DocumentVersion next = revision.numbered(latest.number() + 1, now);
        return new Document(id, project, owner, changed, next, createdAt, now, deletedAt, version + 1);
    }

    /** What to throw instead of one more than a project may have. */
    public static Conflict tooManyInProject(int most) {
        return new Conflict(DocumentError.TOO_MANY_DOCUMENTS, "A project has at most " + most + " documents.");
    }

    /** The document, gone. */
    public Document deleted(Instant now) {
        return new Document(id, project, owner, title, latest, createdAt, now, now, version + 1);
    }

    /** Where the document stands in a list of newest first. */
    public DocumentPosition position() {
        return new DocumentPosition(createdAt, id);
    }
}
