package dev.muster.testkit.document;

import static dev.muster.testkit.document.DocumentFixture.aDocument;
import static dev.muster.testkit.project.ProjectFixture.aProject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentContent;
import dev.muster.domain.document.DocumentError;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.document.DocumentTitle;
import dev.muster.domain.document.Documents;
import dev.muster.domain.document.VersionNote;
import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What {@link Documents} promise. A test class of the adapter implements this interface.
 *
 * <p>The store need not be empty: every test uses documents of its own owners. This interface is about documents that
 * are made; {@link DocumentVersionsContract}, {@link ChangedDocumentsContract}, {@link DocumentPagesContract} and
 * {@link OwnedDocumentsContract} are its other parts.
 */
public interface DocumentsContract
        extends DocumentVersionsContract, ChangedDocumentsContract, DocumentPagesContract, OwnedDocumentsContract {

    @Test
    default void insertKeepsADocumentWithItsFirstVersion() {
        DocumentText text = aDocument(storedProject()).note("Begun").build();
        Document document = stored(text);
        UserId owner = document.owner();

        assertThat(find(owner, document.id())).contains(document);
        assertThat(readAs(owner, () -> documents().findText(owner, document.id())))
                .contains(text);
        assertThat(readAs(owner, () -> documents().findText(owner, document.id(), 1)))
                .contains(text);
    }

    @Test
    default void insertOfOneWriteKeepsADocument() {
        DocumentText text = aDocument(storedProject()).build();
        UserId owner = text.document().owner();
        unitOfWork().writeOne(owner.asActor(), () -> {
            documents().insert(text.document(), text.content(), Document.MAX_IN_PROJECT);
            return true;
        });

        assertThat(readAs(
                        owner, () -> documents().findText(owner, text.document().id())))
                .contains(text);
    }

    @Test
    default void projectHasNoMoreThanItMayHoweverManyAreAddedAtOnce() {
        Project project = storedProject();
        DocumentText another = aDocument(project).build();

        List<Optional<Document>> added = Race.values(Race.of(20, thread -> storedUnlessTooMany(project, 5)));

        assertThat(added).filteredOn(Optional::isPresent).hasSize(5);
        assertThat(readAs(project.owner(), () -> documents().count(project.owner(), project.id())))
                .isEqualTo(5);
        updated(added.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow()
                .deleted(LATER));
        assertThat(stored(another, 5)).isEqualTo(another.document());
    }

    private Optional<Document> storedUnlessTooMany(Project project, int most) {
        try {
            return Optional.of(stored(aDocument(project).build(), most));
        } catch (Conflict full) {
            assertThat(full.code()).isEqualTo(DocumentError.TOO_MANY_DOCUMENTS);
            return Optional.empty();
        }
    }

    @Test
    default void unknownDocumentIsNotFound() {
        UserId owner = storedUser();
        var unknown = DocumentFixture.nextId();

        assertThat(find(owner, unknown)).isEmpty();
        assertThat(readAs(owner, () -> documents().findText(owner, unknown))).isEmpty();
        assertThat(readAs(owner, () -> documents().findText(owner, unknown, 1))).isEmpty();
    }

    @Test
    default void textIsKeptAsItIs() {
        Project project = storedProject();
        String[] contents = {
            "",
            " ",
            "\r\n\r",
            "no end of line",
            "🚀".repeat(DocumentContent.MAX_BYTES / 4),
            "x".repeat(DocumentContent.MAX_BYTES),
            "e\u0301 is not \u00e9\u2028\u0085\u0001\ufeff",
            "'; drop table documents; --",
            "\\N \\x41 %s ${x} {0} ?",
        };
        for (String content : contents) {
            Document document = stored(aDocument(project).content(content).build());
            assertThat(read(document, 1)).contains(content);
            assertThat(find(document.owner(), document.id())).contains(document);
        }
    }

    @Test
    default void titlesAndNotesAreKeptAsTheyAre() {
        Project project = storedProject();
        for (String line : new String[] {"🚀", "مرحبا 柵 \u200f", "NULL", "\\N %s ?", "a/../b"}) {
            Document document = stored(aDocument(project)
                    .title(line.repeat(DocumentTitle.MAX_LENGTH / 20))
                    .note(line.repeat(VersionNote.MAX_LENGTH / 20))
                    .build());
            assertThat(find(document.owner(), document.id())).contains(document);
        }
    }

    @Test
    default void insertRefusesAProjectThatIsNotThere() {
        UserId owner = storedUser();

        assertProjectRefused(aDocument(aProject(owner).build()).build());
    }

    @Test
    default void insertRefusesAProjectThatIsDeleted() {
        Project project = storedProject();
        delete(project);

        assertProjectRefused(aDocument(project).build());
    }

    @Test
    default void insertRefusesAProjectOfSomeoneElse() {
        Project foreign = storedProject();
        Project claimed = aProject(storedUser()).id(foreign.id()).build();

        assertProjectRefused(aDocument(claimed).build());
    }

    @Test
    default void insertRefusesAnIdThatIsStored() {
        Document document = storedDocument();
        DocumentText same = aDocument(storedProject()).id(document.id()).build();

        assertThatThrownBy(() -> stored(same)).isInstanceOf(RuntimeException.class);
        assertThat(find(document.owner(), document.id())).contains(document);
        assertThat(find(same.document().owner(), document.id())).isEmpty();
    }

    @Test
    default void insertInAUnitThatFailsKeepsNothing() {
        DocumentText text = aDocument(storedProject()).build();
        Document document = text.document();

        assertThatThrownBy(() -> writeAs(document.owner(), () -> {
                    documents().insert(document, text.content(), Document.MAX_IN_PROJECT);
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(find(document.owner(), document.id())).isEmpty();
        assertThat(read(document, 1)).isEmpty();
    }

    private void assertProjectRefused(DocumentText text) {
        assertThatThrownBy(() -> stored(text))
                .isInstanceOfSatisfying(
                        NotFound.class,
                        refused -> assertThat(refused.code()).isEqualTo(ProjectError.PROJECT_NOT_FOUND));
        assertThat(find(text.document().owner(), text.document().id())).isEmpty();
    }
}
