package dev.muster.application.document;

import static dev.muster.testkit.project.ProjectFixture.aProject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.document.DocumentContent;
import dev.muster.domain.document.DocumentError;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.document.DocumentTitle;
import dev.muster.domain.document.Documents;
import dev.muster.domain.document.VersionNote;
import dev.muster.domain.project.Project;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.InMemoryMuster;
import dev.muster.testkit.shared.TestClock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The use cases of documents over ports in memory, for one test, with two people who don't know of each other. */
final class DocumentStage {

    final InMemoryMuster ports = new InMemoryMuster();
    final TestClock clock = ports.clock;
    final Stamps stamps = new Stamps(ports.ids, clock);
    final UnitOfWork unitOfWork = ports.unitOfWork;
    final Documents documents = ports.documents;
    final DocumentQueries queries = new DocumentQueries(unitOfWork, documents, ports.unifiedDiff);
    final CreateDocument createDocument = new CreateDocument(unitOfWork, documents, stamps);
    final LockedDocuments locked = new LockedDocuments(unitOfWork, documents, stamps);
    final ChangeDocument changeDocument = new ChangeDocument(locked, documents, stamps);
    final DeleteDocument deleteDocument = new DeleteDocument(locked, documents, stamps);
    final AddDocumentVersion addVersion = new AddDocumentVersion(locked);
    final RestoreDocumentVersion restoreVersion = new RestoreDocumentVersion(locked, documents);
    final UserId ann = new UserId(stamps.nextId());
    final UserId bob = new UserId(stamps.nextId());
    final Project project = project(ann);

    Project project(UserId owner) {
        return unitOfWork.write(owner.asActor(), () -> {
            Project made = aProject(owner).build();
            ports.projects.insert(made);
            return made;
        });
    }

    /** A document of Ann's that says this. */
    DocumentText document(String content) {
        return createDocument.create(ann, project.id(), new DocumentTitle("Plan"), new DocumentContent(content), null);
    }

    /** A version more of a document of Ann's. */
    DocumentText version(DocumentText text, String content) {
        return addVersion.add(ann, text.document().id(), null, new DocumentContent(content), new VersionNote("More"));
    }

    static void assertNotFound(ThrowingCallable call) {
        assertMissing(DocumentError.DOCUMENT_NOT_FOUND, call);
    }

    static void assertMissing(DocumentError code, ThrowingCallable call) {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(call)
                .satisfies(missing -> assertThat(missing.code()).isEqualTo(code));
    }

    static void assertStale(ThrowingCallable call) {
        assertThatExceptionOfType(PreconditionFailed.class)
                .isThrownBy(call)
                .satisfies(stale -> assertThat(stale.code()).isEqualTo(SharedError.STALE_VERSION));
    }
}
