package dev.muster.application.document;

import static dev.muster.application.document.DocumentStage.assertNotFound;
import static dev.muster.application.document.DocumentStage.assertStale;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.DocumentText;
import org.junit.jupiter.api.Test;

final class DeleteDocumentTest {

    private final DocumentStage stage = new DocumentStage();
    private final DocumentText made = stage.document("one");
    private final DocumentId id = made.document().id();

    @Test
    void deletedDocumentIsGoneWithItsVersions() {
        stage.deleteDocument.delete(stage.ann, id, 1L);

        assertNotFound(() -> stage.queries.require(stage.ann, id));
        assertNotFound(() -> stage.queries.requireText(stage.ann, id));
        assertNotFound(() -> stage.queries.requireText(stage.ann, id, 1));
        assertNotFound(() -> stage.deleteDocument.delete(stage.ann, id, null));
        assertNotFound(() -> stage.version(made, "two"));
    }

    @Test
    void staleVersionIsRefused() {
        stage.version(made, "two");

        assertStale(() -> stage.deleteDocument.delete(stage.ann, id, 1L));
        assertThat(stage.queries.require(stage.ann, id).version()).isEqualTo(2);
    }

    @Test
    void documentOfSomeoneElseIsNotFoundAndNotDeleted() {
        assertNotFound(() -> stage.deleteDocument.delete(stage.bob, id, null));
        assertThat(stage.queries.require(stage.ann, id)).isEqualTo(made.document());
    }
}
