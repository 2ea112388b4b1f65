package dev.muster.testkit.document;

import static dev.muster.testkit.document.DocumentFixture.aDocument;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentPosition;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.project.Project;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.testkit.shared.TestClock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The part of the {@link DocumentsContract} that says which documents a project has, and in which order. */
public interface DocumentPagesContract extends DocumentStage {

    @Test
    default void projectWithoutDocumentsHasAnEmptyPage() {
        Project project = storedProject();

        assertThat(page(project, 10, null)).isEqualTo(new Page<>(List.of(), false));
        assertThat(count(project)).isZero();
        assertThat(latest(project)).isEmpty();
    }

    @Test
    default void newestDocumentsComeFirst() {
        Project project = storedProject();
        Document middle = storedAt(project, 2);
        Document newest = storedAt(project, 3);
        Document oldest = storedAt(project, 1);

        assertThat(page(project, 10, null).items()).containsExactly(newest, middle, oldest);
        assertThat(latest(project)).extracting(DocumentText::document).containsExactly(oldest, middle, newest);
    }

    @Test
    default void documentsOfTheSameMomentComeByGreaterIdFirst() {
        Project project = storedProject();
        DocumentText first = aDocument(project).build();
        DocumentText second = aDocument(project).build();
        DocumentText third = aDocument(project).build();
        List.of(second, third, first).forEach(this::stored);

        assertThat(page(project, 10, null).items())
                .containsExactly(third.document(), second.document(), first.document());
        assertThat(latest(project)).containsExactly(first, second, third);
    }

    @Test
    default void projectsAreListedApart() {
        Project project = storedProject();
        Document document = stored(aDocument(project).build());
        Project other = storedProject(project.owner());
        Document another = stored(aDocument(other).build());

        assertThat(page(project, 10, null).items()).containsExactly(document);
        assertThat(page(other, 10, null).items()).containsExactly(another);
        assertThat(latest(other)).extracting(DocumentText::document).containsExactly(another);
    }

    @Test
    default void listedDocumentsHaveTheirLatestVersion() {
        Project project = storedProject();
        Document revised = revised(stored(aDocument(project).content("old").build()), "new");

        assertThat(page(project, 10, null).items()).containsExactly(revised);
        assertThat(latest(project)).singleElement().satisfies(text -> {
            assertThat(text.version()).isEqualTo(revised.latest());
            assertThat(text.content().text()).isEqualTo("new");
        });
    }

    @Test
    default void pagesFollowOneAnotherWithoutGapOrRepetition() {
        Project project = storedProject();
        for (int number = 0; number < 11; number++) {
            storedAt(project, number / 4);
        }
        List<Document> whole = page(project, PageRequest.MAX_LIMIT, null).items();

        assertThat(whole).hasSize(11);
        assertThat(count(project)).isEqualTo(11);
        for (int limit : new int[] {1, 2, 3, 4, 5, 10, 11, 12}) {
            assertThat(walk(project, limit)).as("pages of %s", limit).isEqualTo(whole);
        }
    }

    @Test
    default void manyDocumentsAreGoneThroughOnce() {
        Project project = storedProject();
        List<Document> stored = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            stored.add(storedAt(project, number / 20));
        }

        assertThat(latest(project)).extracting(DocumentText::document).containsExactlyElementsOf(stored);
    }

    private List<Document> walk(Project project, int limit) {
        List<Document> walked = new ArrayList<>();
        Page<Document> page = page(project, limit, null);
        walked.addAll(page.items());
        while (page.hasMore()) {
            page = page(project, limit, walked.getLast().position());
            walked.addAll(page.items());
        }
        return walked;
    }

    private Page<Document> page(Project project, int limit, @Nullable DocumentPosition after) {
        return readAs(
                project.owner(),
                () -> documents().findPage(project.owner(), project.id(), new PageRequest<>(limit, after)));
    }

    private long count(Project project) {
        return readAs(project.owner(), () -> documents().count(project.owner(), project.id()));
    }

    private List<DocumentText> latest(Project project) {
        List<DocumentText> seen = new ArrayList<>();
        return readAs(project.owner(), () -> {
            documents().forEachLatest(project.owner(), project.id(), seen::add);
            return seen;
        });
    }

    private Document storedAt(Project project, int second) {
        return stored(aDocument(project)
                .createdAt(TestClock.START.plusSeconds(second))
                .build());
    }
}
