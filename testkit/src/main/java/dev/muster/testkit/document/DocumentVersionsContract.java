package dev.muster.testkit.document;

import static dev.muster.testkit.document.DocumentFixture.aDocument;
import static dev.muster.testkit.document.DocumentFixture.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentContent;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.document.DocumentVersion;
import dev.muster.domain.document.Revision;
import dev.muster.domain.document.VersionNote;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The part of the {@link DocumentsContract} that says what versions a document has. */
public interface DocumentVersionsContract extends DocumentStage {

    @Test
    default void updateKeepsTheVersionAndLeavesThoseBefore() {
        Document document = stored(aDocument(storedProject()).content("one").build());
        UserId owner = document.owner();
        var revision = new Revision(new DocumentContent("two"), owner, new VersionNote("Better"), 1);
        Document revised = revised(document, revision, LATER);

        assertThat(find(owner, document.id())).contains(revised);
        assertThat(readAs(owner, () -> documents().findText(owner, document.id())))
                .contains(new DocumentText(revised, revised.latest(), revision.content()));
        assertThat(readAs(owner, () -> documents().findText(owner, document.id(), 1)))
                .contains(new DocumentText(revised, document.latest(), new DocumentContent("one")));
        assertThat(readAs(owner, () -> documents().findText(owner, document.id(), 2)))
                .contains(new DocumentText(revised, revised.latest(), revision.content()));
    }

    @Test
    default void updateOfOneWriteKeepsTheVersion() {
        Document document = storedDocument();
        Revision revision = revision(document.owner(), "two");
        Document revised = document.revised(document.title(), revision, LATER);
        unitOfWork().writeOne(document.owner().asActor(), () -> {
            documents().update(revised, revision.content());
            return true;
        });

        assertThat(find(document.owner(), document.id())).contains(revised);
        assertThat(read(document, 2)).contains("two");
    }

    @Test
    default void updateRefusesAVersionThatSkipsANumber() {
        Document document = storedDocument();
        Revision revision = revision(document.owner(), "three");
        Document second = document.revised(document.title(), revision, LATER);
        Document third = second.revised(document.title(), revision, LATER);
        Document skipping = new Document(
                document.id(),
                document.project(),
                document.owner(),
                document.title(),
                third.latest(),
                document.createdAt(),
                LATER,
                null,
                2);

        assertThatThrownBy(() -> writeAs(document.owner(), () -> documents().update(skipping, revision.content())))
                .isInstanceOf(PreconditionFailed.class);
        assertThatThrownBy(() -> updated(second)).isInstanceOf(PreconditionFailed.class);
        assertThat(find(document.owner(), document.id())).contains(document);
    }

    @Test
    default void numberThatNoVersionHasIsNotFound() {
        Document document = storedDocument();

        for (int number : new int[] {Integer.MIN_VALUE, -1, 0, 2, Integer.MAX_VALUE}) {
            assertThat(read(document, number)).isEmpty();
        }
    }

    @Test
    default void newestVersionsComeFirst() {
        Document document = storedDocument();
        List<DocumentVersion> versions = new ArrayList<>(List.of(document.latest()));
        for (int number = 2; number <= 7; number++) {
            document = revised(document, "text " + number);
            versions.addFirst(document.latest());
        }

        assertThat(versions(document, 100, null)).isEqualTo(new Page<>(versions, false));
        assertThat(versions(document, 3, null)).isEqualTo(new Page<>(versions.subList(0, 3), true));
        assertThat(versions(document, 3, 5)).isEqualTo(new Page<>(versions.subList(3, 6), true));
        assertThat(versions(document, 3, 2)).isEqualTo(new Page<>(versions.subList(6, 7), false));
        assertThat(versions(document, 3, 1)).isEqualTo(new Page<>(List.of(), false));
    }

    @Test
    default void versionsAddedAtOnceGetNumbersWithoutGaps() {
        Document document = storedDocument();
        UserId owner = document.owner();
        List<Integer> numbers = Race.values(Race.of(thread -> unitOfWork().write(owner.asActor(), () -> {
            Document current = documents().findToChange(owner, document.id()).orElseThrow();
            Revision revision = revision(owner, "by thread " + thread);
            Document revised = current.revised(current.title(), revision, LATER);
            documents().update(revised, revision.content());
            return revised.latest().number();
        })));

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(2, Race.THREADS + 1).boxed().toList());
        assertThat(versions(document, 100, null).items()).hasSize(Race.THREADS + 1);
        assertThat(find(owner, document.id()))
                .hasValueSatisfying(found -> assertThat(found.version()).isEqualTo(Race.THREADS + 1L));
    }

    @Test
    default void oneOfManyVersionsOfTheSameNumberWins() {
        Document document = storedDocument();
        var outcomes = Race.of(thread -> revised(document, "by thread " + thread));

        assertThat(outcomes)
                .filteredOn(Race.Outcome::succeeded)
                .singleElement()
                .satisfies(winner -> assertThat(
                                find(document.owner(), document.id()).orElse(null))
                        .isEqualTo(winner.value()));
        assertThat(versions(document, 100, null).items()).hasSize(2);
    }

    private Page<DocumentVersion> versions(Document document, int limit, @Nullable Integer after) {
        UserId owner = document.owner();
        return readAs(owner, () -> documents().findVersionPage(owner, document.id(), new PageRequest<>(limit, after)));
    }
}
