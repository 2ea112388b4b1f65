package dev.muster.application.document;

import static dev.muster.application.document.DocumentStage.assertMissing;
import static dev.muster.application.document.DocumentStage.assertNotFound;
import static dev.muster.application.document.DocumentStage.assertStale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentContent;
import dev.muster.domain.document.DocumentError;
import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DocumentVersionsTest {

    private static final DocumentContent CONTENT = new DocumentContent("two");

    private final DocumentStage stage = new DocumentStage();
    private final DocumentText made = stage.document("one");
    private final DocumentId id = made.document().id();

    @Test
    void addedVersionIsTheLatest() {
        DocumentText added = stage.version(made, "two");

        assertThat(added.version().number()).isEqualTo(2);
        assertThat(added.version().author()).isEqualTo(stage.ann);
        assertThat(added.document().version()).isEqualTo(2);
        assertThat(stage.queries.requireText(stage.ann, id)).isEqualTo(added);
    }

    @Test
    void versionThatSaysTheSameIsOneMore() {
        assertThat(stage.version(made, "one").version().number()).isEqualTo(2);
    }

    @Test
    void versionsAddedAtOnceGetNumbersWithoutGaps() {
        var numbers = Race.values(Race.of(
                thread -> stage.version(made, "by thread " + thread).version().number()));

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(2, Race.THREADS + 1).boxed().toList());
    }

    @Test
    void ofManyVersionsForOneExpectedVersionOneIsAdded() {
        var outcomes = Race.of(thread -> add(stage.ann, 1L));

        assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
        assertThat(stage.queries.require(stage.ann, id).latest().number()).isEqualTo(2);
    }

    @Test
    void staleVersionIsRefused() {
        stage.version(made, "two");

        assertStale(() -> add(stage.ann, 1L));
        assertStale(() -> stage.restoreVersion.restore(stage.ann, id, 1, 1L));
    }

    @Test
    void restoredVersionSaysWhatTheOldOneSays() {
        stage.version(made, "two");
        DocumentText restored = stage.restoreVersion.restore(stage.ann, id, 1, 2L);

        assertThat(restored.version().number()).isEqualTo(3);
        assertThat(restored.version().restoredFrom()).isEqualTo(1);
        assertThat(restored.version().checksum()).isEqualTo(made.version().checksum());
        assertThat(restored.content()).isEqualTo(made.content());
        assertThat(stage.queries.requireText(stage.ann, id)).isEqualTo(restored);
        assertThat(stage.queries.requireText(stage.ann, id, 2).content()).isEqualTo(CONTENT);
    }

    @Test
    void latestVersionMayBeRestoredToo() {
        DocumentText restored = stage.restoreVersion.restore(stage.ann, id, 1, null);

        assertThat(restored.version().number()).isEqualTo(2);
        assertThat(restored.content()).isEqualTo(made.content());
    }

    @Test
    void versionThatIsNotThereIsNotRestored() {
        for (int number : new int[] {-1, 0, 2}) {
            assertMissing(
                    DocumentError.DOCUMENT_VERSION_NOT_FOUND,
                    () -> stage.restoreVersion.restore(stage.ann, id, number, null));
        }
        assertThat(stage.queries.require(stage.ann, id)).isEqualTo(made.document());
    }

    @Test
    void documentOfSomeoneElseGetsNoVersion() {
        assertNotFound(() -> add(stage.bob, null));
        assertNotFound(() -> stage.restoreVersion.restore(stage.bob, id, 1, null));
        assertThat(stage.queries.require(stage.ann, id)).isEqualTo(made.document());
    }

    @Test
    void documentGetsNoMoreVersionsThanItMayHave() {
        Document document = made.document();
        for (int number = 2; number <= Document.MAX_VERSIONS; number += 1) {
            document = stage.version(made, "").document();
        }

        assertThat(document.latest().number()).isEqualTo(Document.MAX_VERSIONS);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> stage.version(made, ""))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(DocumentError.TOO_MANY_VERSIONS));
    }

    private DocumentText add(UserId owner, Long expectedVersion) {
        return stage.addVersion.add(owner, id, expectedVersion, CONTENT, null);
    }
}
