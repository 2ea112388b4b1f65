package dev.muster.testkit.document;

import static dev.muster.testkit.document.DocumentFixture.aDocument;
import static dev.muster.testkit.document.DocumentFixture.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentPosition;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.document.Revision;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.user.UserId;
import org.junit.jupiter.api.Test;

/**
 * The part of the {@link DocumentsContract} that says who sees what: a document belongs to one person, and whoever else
 * acts sees and changes nothing of it, even when the call names the owner (requirements D2, E4).
 */
public interface OwnedDocumentsContract extends DocumentStage {

    @Test
    default void anotherPersonFindsNothingUnderTheirOwnName() {
        Document document = storedDocument();
        UserId other = storedUser();

        assertInvisible(document, other, other.asActor());
    }

    @Test
    default void anotherActorFindsNothingUnderTheOwnersName() {
        Document document = storedDocument();

        assertInvisible(document, document.owner(), storedUser().asActor());
        assertInvisible(document, document.owner(), Actor.SYSTEM);
    }

    @Test
    default void anotherActorChangesNothing() {
        Document document = storedDocument();
        Revision revision = revision(document.owner(), "two");
        Document revised = document.revised(document.title(), revision, LATER);

        for (Actor actor : new Actor[] {storedUser().asActor(), Actor.SYSTEM}) {
            assertThatThrownBy(() -> unitOfWork().write(actor, () -> {
                        documents().update(document.deleted(LATER));
                        return true;
                    }))
                    .isInstanceOf(PreconditionFailed.class);
            assertThatThrownBy(() -> unitOfWork().writeOne(actor, () -> {
                        documents().update(revised, revision.content());
                        return true;
                    }))
                    .isInstanceOf(PreconditionFailed.class);
        }
        assertThat(find(document.owner(), document.id())).contains(document);
        assertThat(read(document, 2)).isEmpty();
    }

    @Test
    default void anotherActorAddsNothing() {
        DocumentText text = aDocument(storedProject()).build();

        for (Actor actor : new Actor[] {storedUser().asActor(), Actor.SYSTEM}) {
            assertThatThrownBy(() -> unitOfWork().writeOne(actor, () -> {
                        documents().insert(text.document(), text.content(), Document.MAX_IN_PROJECT);
                        return true;
                    }))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(find(text.document().owner(), text.document().id())).isEmpty();
    }

    private void assertInvisible(Document document, UserId owner, Actor actor) {
        var documents = new PageRequest<DocumentPosition>(10, null);
        var versions = new PageRequest<Integer>(10, null);

        assertThat(unitOfWork().read(actor, () -> documents().find(owner, document.id())))
                .isEmpty();
        assertThat(unitOfWork().write(actor, () -> documents().findToChange(owner, document.id())))
                .isEmpty();
        assertThat(unitOfWork().read(actor, () -> documents().findText(owner, document.id())))
                .isEmpty();
        assertThat(unitOfWork().read(actor, () -> documents().findText(owner, document.id(), 1)))
                .isEmpty();
        assertThat(unitOfWork()
                        .read(actor, () -> documents().findPage(owner, document.project(), documents))
                        .items())
                .isEmpty();
        assertThat(unitOfWork().<Long>read(actor, () -> documents().count(owner, document.project())))
                .isZero();
        assertThat(unitOfWork()
                        .read(actor, () -> documents().findVersionPage(owner, document.id(), versions))
                        .items())
                .isEmpty();
        unitOfWork().read(actor, () -> {
            documents().forEachLatest(owner, document.project(), OwnedDocumentsContract::refuse);
            return true;
        });
    }

    private static void refuse(DocumentText text) {
        throw new AssertionError("seen: " + text);
    }
}
