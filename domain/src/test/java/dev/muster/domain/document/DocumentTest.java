package dev.muster.domain.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class DocumentTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final DocumentTitle TITLE = new DocumentTitle("Plan");
    private static final UserId ANN = new UserId(new UUID(0, 1));

    private final Document document = Document.created(
            new DocumentId(new UUID(0, 2)), new ProjectId(new UUID(0, 3)), TITLE, revision("one"), NOW);

    @Test
    void newDocumentHasOneVersionByItsOwner() {
        assertThat(document.owner()).isEqualTo(ANN);
        assertThat(document.version()).isEqualTo(1);
        assertThat(document.createdAt()).isEqualTo(NOW);
        assertThat(document.updatedAt()).isEqualTo(NOW);
        assertThat(document.deletedAt()).isNull();
        assertThat(document.latest())
                .isEqualTo(new DocumentVersion(1, new DocumentContent("one").checksum(), 3, ANN, null, null, NOW));
        assertThat(document.position()).isEqualTo(new DocumentPosition(NOW, document.id()));
    }

    @Test
    void otherTitleIsNoVersionMore() {
        var title = new DocumentTitle("Another");
        Document titled = document.titled(title, LATER);

        assertThat(titled.title()).isEqualTo(title);
        assertThat(titled.latest()).isEqualTo(document.latest());
        assertThat(titled.version()).isEqualTo(2);
        assertThat(titled.updatedAt()).isEqualTo(LATER);
        assertThat(titled.createdAt()).isEqualTo(NOW);
    }

    @Test
    void revisionIsTheNextVersion() {
        var revision = new Revision(new DocumentContent("täglich"), ANN, new VersionNote("Better"), 1);
        Document revised = document.revised(TITLE, revision, LATER);

        assertThat(revised.latest())
                .isEqualTo(new DocumentVersion(
                        2, revision.content().checksum(), 8, ANN, new VersionNote("Better"), 1, LATER));
        assertThat(revised.version()).isEqualTo(2);
        assertThat(revised.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void deletedDocumentKeepsItsVersions() {
        Document deleted = document.deleted(LATER);

        assertThat(deleted.deletedAt()).isEqualTo(LATER);
        assertThat(deleted.latest()).isEqualTo(document.latest());
        assertThat(deleted.version()).isEqualTo(2);
    }

    @Test
    void documentHasTenThousandVersionsAtMost() {
        Document last = document;
        while (last.latest().number() < 10_000) {
            last = last.revised(TITLE, revision(""), NOW);
        }
        Document full = last;

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> full.revised(TITLE, revision(""), LATER))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(DocumentError.TOO_MANY_VERSIONS));
        assertThat(full.titled(TITLE, LATER).version()).isEqualTo(10_001);
    }

    private static Revision revision(String text) {
        return new Revision(new DocumentContent(text), ANN, null, null);
    }
}
