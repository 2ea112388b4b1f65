package dev.muster.application.document;

import static dev.muster.application.document.DocumentStage.assertMissing;
import static dev.muster.application.document.DocumentStage.assertNotFound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentError;
import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.document.DocumentVersion;
import dev.muster.domain.shared.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DocumentQueriesTest {

    private final DocumentStage stage = new DocumentStage();
    private final DocumentQueries queries = stage.queries;

    @Test
    void documentIsFoundByItsOwnerOnly() {
        DocumentText made = stage.document("one");
        DocumentId id = made.document().id();

        assertThat(queries.require(stage.ann, id)).isEqualTo(made.document());
        assertThat(queries.requireText(stage.ann, id)).isEqualTo(made);
        assertThat(queries.requireText(stage.ann, id, 1)).isEqualTo(made);
        assertNotFound(() -> queries.require(stage.bob, id));
        assertNotFound(() -> queries.requireText(stage.bob, id));
        assertNotFound(() -> queries.requireText(stage.bob, id, 1));
        assertNotFound(() -> queries.diff(stage.bob, id, null, null));
    }

    @Test
    void versionThatIsNotThereIsToldFromADocumentThatIsNot() {
        DocumentId id = stage.document("one").document().id();

        assertMissing(DocumentError.DOCUMENT_VERSION_NOT_FOUND, () -> queries.requireText(stage.ann, id, 2));
        assertMissing(DocumentError.DOCUMENT_VERSION_NOT_FOUND, () -> queries.diff(stage.ann, id, 1, 2));
        assertMissing(DocumentError.DOCUMENT_VERSION_NOT_FOUND, () -> queries.diff(stage.ann, id, 2, 1));
    }

    @Test
    void documentsOfAProjectComeNewestFirst() {
        List<Document> made = IntStream.range(0, 5)
                .mapToObj(number -> {
                    stage.clock.advance(Duration.ofMinutes(1));
                    return stage.document("text " + number).document();
                })
                .toList();

        var page = queries.findPage(stage.ann, stage.project.id(), new PageRequest<>(3, null));
        assertThat(page.items()).containsExactlyElementsOf(made.reversed().subList(0, 3));
        assertThat(page.hasMore()).isTrue();
        assertThat(queries.count(stage.ann, stage.project.id())).isEqualTo(5);
        assertThat(queries.count(stage.bob, stage.project.id())).isZero();
    }

    @Test
    void versionsComeNewestFirst() {
        DocumentText made = stage.document("one");
        DocumentText second = stage.version(made, "two");
        List<DocumentVersion> versions = queries.findVersionPage(
                        stage.ann, made.document().id(), new PageRequest<>(10, null))
                .items();

        assertThat(versions).containsExactly(second.version(), made.version());
    }

    @Test
    void differenceLeadsFromOneVersionToTheOther() {
        DocumentText made = stage.document("one\n");
        stage.version(made, "one\ntwo\n");
        stage.version(made, "one\ntwo\nthree\n");
        DocumentId id = made.document().id();

        assertThat(queries.diff(stage.ann, id, 1, 3)).isEqualTo(new DocumentDiff(1, 3, """
                        --- a/Plan\tversion 1
                        +++ b/Plan\tversion 3
                        @@ -1,1 +1,3 @@
                         one
                        +two
                        +three
                        """));
        assertThat(queries.diff(stage.ann, id, 3, 1).unified()).endsWith(" one\n-two\n-three\n");
        assertThat(queries.diff(stage.ann, id, 2, 2)).isEqualTo(new DocumentDiff(2, 2, ""));
    }

    @Test
    void differenceIsTheLastChangeUnlessSomethingElseIsAsked() {
        DocumentText made = stage.document("one\n");
        DocumentId id = made.document().id();
        assertThat(queries.diff(stage.ann, id, null, null)).isEqualTo(new DocumentDiff(1, 1, ""));
        stage.version(made, "two\n");
        stage.version(made, "three\n");

        assertThat(queries.diff(stage.ann, id, null, null).unified()).endsWith("-two\n+three\n");
        assertThat(queries.diff(stage.ann, id, 1, null).unified()).endsWith("-one\n+three\n");
        assertThat(queries.diff(stage.ann, id, null, 2).unified()).endsWith("-one\n+two\n");
    }
}
