package dev.muster.application.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.document.DocumentContent;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.document.DocumentTitle;
import dev.muster.domain.document.VersionNote;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.user.UserId;
import org.junit.jupiter.api.Test;

final class CreateDocumentTest {

    private static final DocumentTitle TITLE = new DocumentTitle("Plan");
    private static final DocumentContent CONTENT = new DocumentContent("Every morning.\n");

    private final DocumentStage stage = new DocumentStage();

    @Test
    void createdDocumentHasItsFirstVersionByWhoMadeIt() {
        var note = new VersionNote("Begun");
        DocumentText made = stage.createDocument.create(stage.ann, stage.project.id(), TITLE, CONTENT, note);

        assertThat(made.document().owner()).isEqualTo(stage.ann);
        assertThat(made.document().project()).isEqualTo(stage.project.id());
        assertThat(made.document().title()).isEqualTo(TITLE);
        assertThat(made.document().createdAt()).isEqualTo(stage.stamps.now());
        assertThat(made.version().number()).isEqualTo(1);
        assertThat(made.version().author()).isEqualTo(stage.ann);
        assertThat(made.version().note()).isEqualTo(note);
        assertThat(made.version().checksum()).isEqualTo(CONTENT.checksum());
        assertThat(stage.queries.requireText(stage.ann, made.document().id())).isEqualTo(made);
    }

    @Test
    void projectHasToBeOnesOwn() {
        assertNoProject(stage.bob, stage.project.id());
        assertNoProject(stage.ann, new ProjectId(stage.stamps.nextId()));
    }

    private void assertNoProject(UserId owner, ProjectId project) {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> stage.createDocument.create(owner, project, TITLE, CONTENT, null))
                .satisfies(missing -> assertThat(missing.code()).isEqualTo(ProjectError.PROJECT_NOT_FOUND));
    }
}
