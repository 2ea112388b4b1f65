package dev.muster.domain.project;

import static dev.muster.domain.shared.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ProjectTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final Project project =
            Project.created(new ProjectId(new UUID(0, 1)), new UserId(new UUID(0, 2)), details("Shop"), NOW);

    @Test
    void changeKeepsWhoseItIsAndWhereItStands() {
        Project changed = project.with(details("Store"), LATER);

        assertThat(changed)
                .isEqualTo(new Project(project.id(), project.owner(), details("Store"), NOW, LATER, null, 2));
        assertThat(changed.position()).isEqualTo(project.position());
    }

    @Test
    void deletionIsAChangeOfItsTime() {
        Project deleted = project.deleted(LATER);

        assertThat(deleted.deletedAt()).isEqualTo(LATER).isEqualTo(deleted.updatedAt());
        assertThat(deleted.details()).isEqualTo(project.details());
        assertThat(deleted.version()).isEqualTo(2);
    }

    @Test
    void keyIsKeptInCapitals() {
        assertThat(new ProjectKey(" kan2 ")).isEqualTo(new ProjectKey("KAN2"));
        assertThat(new ProjectKey("abcdefghij").value()).isEqualTo("ABCDEFGHIJ");
        for (String wrong : List.of("", "K", "2K", "K-N", "KÄN", "K N", "ABCDEFGHIJK")) {
            assertRefused(FieldError.INVALID_FORMAT, () -> new ProjectKey(wrong));
        }
    }

    private static ProjectDetails details(String name) {
        return new ProjectDetails(new ProjectKey("KAN"), new ProjectName(name), null, null, ProjectStatus.ACTIVE);
    }
}
