package dev.muster.testkit.document;

import static dev.muster.testkit.document.DocumentFixture.aDocument;
import static dev.muster.testkit.project.ProjectFixture.aProject;

import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.document.Documents;
import dev.muster.domain.document.Revision;
import dev.muster.domain.project.Project;
import dev.muster.domain.project.Projects;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserStage;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** What the parts of the {@link DocumentsContract} begin with. */
public interface DocumentStage extends UserStage {

    /** When samples are changed. */
    Instant LATER = TestClock.START.plusSeconds(60);

    /** Where documents belong. */
    Projects projects();

    /** What is tested. */
    Documents documents();

    /** Stores a project of someone new. */
    default Project storedProject() {
        return storedProject(storedUser());
    }

    /** Stores a project on its owner's behalf. */
    default Project storedProject(UserId owner) {
        Project project = aProject(owner).build();
        writeAs(owner, () -> projects().insert(project));
        return project;
    }

    /** Deletes a project on its owner's behalf. */
    default void delete(Project project) {
        writeAs(project.owner(), () -> projects().update(project.deleted(LATER)));
    }

    /** Stores an ordinary document of someone new. */
    default Document storedDocument() {
        return stored(aDocument(storedProject()).build());
    }

    /** Stores a document on its owner's behalf. */
    default Document stored(DocumentText text) {
        return stored(text, Document.MAX_IN_PROJECT);
    }

    /** Stores a document on its owner's behalf, if its project may have that many. */
    default Document stored(DocumentText text, int most) {
        writeAs(text.document().owner(), () -> documents().insert(text.document(), text.content(), most));
        return text.document();
    }

    /** Stores a changed document on its owner's behalf. */
    default Document updated(Document document) {
        writeAs(document.owner(), () -> documents().update(document));
        return document;
    }

    /** Stores a version more on the owner's behalf. */
    default Document revised(Document document, String content) {
        return revised(document, DocumentFixture.revision(document.owner(), content), LATER);
    }

    /** Stores a version more on the owner's behalf. */
    default Document revised(Document document, Revision revision, Instant now) {
        Document revised = document.revised(document.title(), revision, now);
        writeAs(document.owner(), () -> documents().update(revised, revision.content()));
        return revised;
    }

    /** What the owner finds. */
    default Optional<Document> find(UserId owner, DocumentId id) {
        return readAs(owner, () -> documents().find(owner, id));
    }

    /** What the owner reads in a version; the text of none that is there. */
    default Optional<String> read(Document document, int number) {
        return readAs(document.owner(), () -> documents().findText(document.owner(), document.id(), number))
                .map(text -> text.content().text());
    }

    /** Reads on a person's behalf. */
    default <T> T readAs(UserId actor, Supplier<T> work) {
        return unitOfWork().read(actor.asActor(), work);
    }

    /** Writes on a person's behalf. */
    default void writeAs(UserId actor, Runnable work) {
        unitOfWork().write(actor.asActor(), () -> {
            work.run();
            return true;
        });
    }
}
