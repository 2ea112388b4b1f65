package dev.muster.application.document;

import static dev.muster.application.document.DocumentStage.assertNotFound;
import static dev.muster.application.document.DocumentStage.assertStale;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.document.DocumentContent;
import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.document.DocumentTitle;
import dev.muster.domain.document.VersionNote;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ChangeDocumentTest {

    private static final DocumentTitle TITLE = new DocumentTitle("Another");
    private static final DocumentContent CONTENT = new DocumentContent("two");
    private static final VersionNote NOTE = new VersionNote("Better");

    private final DocumentStage stage = new DocumentStage();
    private final DocumentText made = stage.document("one");
    private final DocumentId id = made.document().id();

    @Test
    void otherContentIsANewVersion() {
        stage.clock.advance(Duration.ofMinutes(1));
        DocumentText changed = change(1L, new DocumentChange(null, CONTENT, NOTE));

        assertThat(changed.version().number()).isEqualTo(2);
        assertThat(changed.version().note()).isEqualTo(NOTE);
        assertThat(changed.version().author()).isEqualTo(stage.ann);
        assertThat(changed.version().createdAt()).isEqualTo(stage.stamps.now());
        assertThat(changed.document().title()).isEqualTo(made.document().title());
        assertThat(changed.document().version()).isEqualTo(2);
        assertThat(stored()).isEqualTo(changed);
        assertThat(stage.queries.requireText(stage.ann, id, 1).content()).isEqualTo(new DocumentContent("one"));
    }

    @Test
    void titleAndContentAreOneChange() {
        DocumentText changed = change(null, new DocumentChange(TITLE, CONTENT, null));

        assertThat(changed.document().title()).isEqualTo(TITLE);
        assertThat(changed.document().version()).isEqualTo(2);
        assertThat(stored()).isEqualTo(changed);
    }

    @Test
    void otherTitleIsNoVersion() {
        DocumentText changed = change(null, new DocumentChange(TITLE, null, null));

        assertThat(changed.document().title()).isEqualTo(TITLE);
        assertThat(changed.document().version()).isEqualTo(2);
        assertThat(changed.version()).isEqualTo(made.version());
        assertThat(changed.content()).isEqualTo(made.content());
        assertThat(stored()).isEqualTo(changed);
    }

    @Test
    void contentThatItHasAlreadyIsNoVersion() {
        DocumentContent same = new DocumentContent("one");

        assertThat(change(null, new DocumentChange(null, same, NOTE))).isEqualTo(made);
        assertThat(change(null, new DocumentChange(TITLE, same, NOTE)).version())
                .isEqualTo(made.version());
    }

    @Test
    void changeOfNothingChangesNothing() {
        stage.clock.advance(Duration.ofMinutes(1));

        assertThat(change(null, new DocumentChange(null, null, null))).isEqualTo(made);
        assertThat(change(1L, new DocumentChange(made.document().title(), null, null)))
                .isEqualTo(made);
    }

    @Test
    void staleVersionIsRefused() {
        change(1L, new DocumentChange(TITLE, null, null));

        assertStale(() -> change(1L, new DocumentChange(null, CONTENT, null)));
        assertStale(() -> change(1L, new DocumentChange(null, null, null)));
        assertStale(() -> change(3L, new DocumentChange(null, CONTENT, null)));
        assertThat(stored().version().number()).isEqualTo(1);
    }

    @Test
    void documentOfSomeoneElseIsNotFoundAndNotChanged() {
        var change = new DocumentChange(TITLE, CONTENT, null);

        assertNotFound(() -> stage.changeDocument.change(stage.bob, id, null, change));
        assertThat(stored()).isEqualTo(made);
    }

    @Test
    void ofManyChangesOfOneExpectedVersionOneIsStored() {
        var outcomes = Race.of(
                thread -> change(1L, new DocumentChange(null, new DocumentContent("by thread " + thread), null)));

        assertThat(outcomes)
                .filteredOn(Race.Outcome::succeeded)
                .singleElement()
                .satisfies(winner -> assertThat(winner.value()).isEqualTo(stored()));
        assertThat(stored().version().number()).isEqualTo(2);
    }

    private DocumentText change(Long expectedVersion, DocumentChange change) {
        return stage.changeDocument.change(stage.ann, id, expectedVersion, change);
    }

    private DocumentText stored() {
        return stage.queries.requireText(stage.ann, id);
    }
}
