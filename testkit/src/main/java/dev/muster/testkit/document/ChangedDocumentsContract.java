package dev.muster.testkit.document;

import static dev.muster.testkit.document.DocumentFixture.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentTitle;
import dev.muster.domain.document.Revision;
import dev.muster.domain.project.Project;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import org.junit.jupiter.api.Test;

/** The part of the {@link DocumentsContract} that says how documents are changed and deleted. */
public interface ChangedDocumentsContract extends DocumentStage {

    /** What samples are called when they are called otherwise. */
    DocumentTitle OTHER = new DocumentTitle("Another title");

    @Test
    default void updateKeepsTheTitleAndNoVersionMore() {
        Document document = storedDocument();
        Document renamed = updated(document.titled(OTHER, LATER));

        assertThat(find(document.owner(), document.id())).contains(renamed);
        assertThat(read(document, 2)).isEmpty();
    }

    @Test
    default void updateKeepsTheTitleWithAVersion() {
        Document document = storedDocument();
        Revision revision = revision(document.owner(), "two");
        Document changed = document.revised(OTHER, revision, LATER);
        writeAs(document.owner(), () -> documents().update(changed, revision.content()));

        assertThat(find(document.owner(), document.id())).contains(changed);
    }

    @Test
    default void updateLeavesOtherDocumentsAlone() {
        Project project = storedProject();
        Document document = stored(DocumentFixture.aDocument(project).build());
        Document other = stored(DocumentFixture.aDocument(project).build());
        revised(updated(document.titled(OTHER, LATER)), "two");

        assertThat(find(project.owner(), other.id())).contains(other);
        assertThat(read(other, 2)).isEmpty();
    }

    @Test
    default void deletedDocumentIsFoundByNoCall() {
        Document document = storedDocument();
        Document deleted = updated(document.deleted(LATER));

        assertGone(deleted);
        assertStale(deleted.titled(OTHER, LATER));
    }

    @Test
    default void documentOfADeletedProjectIsFoundByNoCall() {
        Project project = storedProject();
        Document document = stored(DocumentFixture.aDocument(project).build());
        delete(project);

        assertGone(document);
        assertStale(document.titled(OTHER, LATER));
    }

    @Test
    default void updateRefusesStaleVersion() {
        Document document = storedDocument();
        Document second = updated(document.titled(OTHER, LATER));

        assertStale(document.deleted(LATER));
        assertThatThrownBy(() -> revised(document, "two")).isInstanceOf(PreconditionFailed.class);
        assertThat(find(document.owner(), document.id())).contains(second);
        assertThat(read(document, 2)).isEmpty();
    }

    @Test
    default void updateRefusesAVersionThatSkipsOne() {
        Document document = storedDocument();

        assertStale(document.titled(OTHER, LATER).titled(OTHER, LATER));
        assertThat(find(document.owner(), document.id())).contains(document);
    }

    @Test
    default void updateRefusesUnknownDocument() {
        Document unknown = DocumentFixture.aDocument(storedProject()).build().document();

        assertStale(unknown.titled(OTHER, LATER));
        assertThatThrownBy(() -> revised(unknown, "two")).isInstanceOf(PreconditionFailed.class);
        assertThat(find(unknown.owner(), unknown.id())).isEmpty();
    }

    @Test
    default void updateInAUnitThatFailsChangesNothing() {
        Document document = storedDocument();
        Revision revision = revision(document.owner(), "two");

        assertThatThrownBy(() -> writeAs(document.owner(), () -> {
                    documents().update(document.revised(OTHER, revision, LATER), revision.content());
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(find(document.owner(), document.id())).contains(document);
        assertThat(read(document, 2)).isEmpty();
    }

    @Test
    default void oneOfManyUpdatesOfTheSameVersionWins() {
        Document document = storedDocument();
        var outcomes = Race.of(thread -> updated(document.titled(new DocumentTitle("By " + thread), LATER)));

        assertThat(outcomes)
                .filteredOn(Race.Outcome::succeeded)
                .singleElement()
                .satisfies(winner -> assertThat(
                                find(document.owner(), document.id()).orElse(null))
                        .isEqualTo(winner.value()));
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(PreconditionFailed.class));
    }

    private void assertGone(Document document) {
        UserId owner = document.owner();
        assertThat(find(owner, document.id())).isEmpty();
        assertThat(read(document, 1)).isEmpty();
        assertThat(readAs(owner, () -> documents().findText(owner, document.id())))
                .isEmpty();
        assertThat(unitOfWork().write(owner.asActor(), () -> documents().findToChange(owner, document.id())))
                .isEmpty();
        assertThat(readAs(owner, () -> documents().findPage(owner, document.project(), new PageRequest<>(10, null)))
                        .items())
                .isEmpty();
        assertThat(readAs(owner, () -> documents().count(owner, document.project())))
                .isZero();
        assertThat(readAs(owner, () -> documents().findVersionPage(owner, document.id(), new PageRequest<>(10, null)))
                        .items())
                .isEmpty();
        readAs(owner, () -> {
            documents().forEachLatest(owner, document.project(), text -> {
                throw new AssertionError("still there: " + text);
            });
            return true;
        });
    }

    private void assertStale(Document document) {
        assertThatThrownBy(() -> updated(document))
                .isInstanceOfSatisfying(
                        PreconditionFailed.class,
                        stale -> assertThat(stale.code()).isEqualTo(SharedError.STALE_VERSION));
    }
}
