package dev.muster.web.project;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectDetails;
import dev.muster.domain.project.ProjectStatus;
import dev.muster.web.shared.WireNames;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project.
 *
 * @param id a UUIDv7
 * @param key its short name in capitals, from which the keys of its tasks are made
 * @param name what it is called, one line
 * @param description any text, or null
 * @param language the programming or natural language it is made in, or null
 * @param status where it stands
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param version one more with every change; also its entity tag
 */
@Schema(name = "Project")
public record ProjectResponse(
        @Schema(example = "01961b2c-7f4a-7c3e-9d21-5b6a8c0e4f17")
        UUID id,

        @Schema(example = "KAN") String key,
        @Schema(example = "Kanban board") String name,

        @Schema(example = "Cards that move from left to right.") @Nullable String description,

        @Schema(example = "Java") @Nullable String language,

        @Schema(
                allowableValues = {"draft", "active", "archived"},
                example = "active")
        String status,

        @Schema(example = "2026-03-02T09:30:00.123456Z") Instant createdAt,
        @Schema(example = "2026-03-02T09:30:00.123456Z") Instant updatedAt,
        @Schema(example = "1") long version) {

    /** What the states of a project are called in the API. */
    static final WireNames<ProjectStatus> STATUS = new WireNames<>(ProjectStatus.class);

    static ProjectResponse from(Project project) {
        ProjectDetails details = project.details();
        return new ProjectResponse(
                project.id().value(),
                details.key().value(),
                details.name().value(),
                details.description(),
                details.language(),
                STATUS.of(details.status()),
                project.createdAt(),
                project.updatedAt(),
                project.version());
    }
}
