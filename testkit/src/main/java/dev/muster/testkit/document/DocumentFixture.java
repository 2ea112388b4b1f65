package dev.muster.testkit.document;

import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentContent;
import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.document.DocumentTitle;
import dev.muster.domain.document.Revision;
import dev.muster.domain.document.VersionNote;
import dev.muster.domain.project.Project;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.MonotonicIds;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Sample documents. Whatever is not said is usual: a short text without a note, made at {@link TestClock#START}.
 * {@code DocumentFixture.aDocument(project).title("Plan").build()}
 */
public final class DocumentFixture {

    private static final MonotonicIds IDS = new MonotonicIds(InstantSource.system());

    private final Project project;
    private DocumentId id = nextId();
    private String title = "How to water";
    private String content = "Every morning.\n";
    private @Nullable VersionNote note;
    private Instant createdAt = TestClock.START;

    private DocumentFixture(Project project) {
        this.project = project;
    }

    public static DocumentFixture aDocument(Project project) {
        return new DocumentFixture(project);
    }

    /** An id that no document has; greater than those made before. */
    public static DocumentId nextId() {
        return new DocumentId(IDS.next());
    }

    /** What somebody writes without a note. */
    public static Revision revision(UserId author, String content) {
        return new Revision(new DocumentContent(content), author, null, null);
    }

    public DocumentFixture id(DocumentId value) {
        id = value;
        return this;
    }

    public DocumentFixture title(String text) {
        title = text;
        return this;
    }

    public DocumentFixture content(String text) {
        content = text;
        return this;
    }

    public DocumentFixture note(String text) {
        note = new VersionNote(text);
        return this;
    }

    public DocumentFixture createdAt(Instant moment) {
        createdAt = moment;
        return this;
    }

    /** The document with its first version. */
    public DocumentText build() {
        Revision first = new Revision(new DocumentContent(content), project.owner(), note, null);
        Document document = Document.created(id, project.id(), new DocumentTitle(title), first, createdAt);
        return new DocumentText(document, document.latest(), first.content());
    }
}
