package dev.muster.web.project;

import dev.muster.domain.project.ProjectDetails;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.project.ProjectName;
import dev.muster.domain.project.ProjectStatus;
import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Text;
import dev.muster.web.shared.MergePatch;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A new project, or a change of one as a JSON Merge Patch (RFC 7396): what is absent stays as it is, null clears.
 *
 * @param key 2 to 10 letters A to Z and digits, a letter first, in any case; needed for a new project, never null; the keys
 *     of its tasks follow it
 * @param name one line of 1 to 100 characters; needed for a new project, never null
 * @param description any text of at most 20 000 characters
 * @param language the programming or natural language it is made in, one line of 1 to 50 characters
 * @param status never null; draft for a new project
 */
public record ProjectRequest(
        @Schema(nullable = false, minLength = 2, maxLength = ProjectKey.MAX_LENGTH, example = "KAN") @Nullable Optional<String> key,

        @Schema(nullable = false, minLength = 1, maxLength = ProjectName.MAX_LENGTH, example = "Kanban board") @Nullable Optional<String> name,

        @Schema(
                nullable = true,
                maxLength = ProjectDetails.MAX_DESCRIPTION,
                example = "Cards that move from left to right.")
        @Nullable Optional<String> description,

        @Schema(nullable = true, maxLength = ProjectDetails.MAX_LANGUAGE, example = "Java") @Nullable Optional<String> language,

        @Schema(
                nullable = false,
                allowableValues = {"draft", "active", "archived"},
                example = "active")
        @Nullable Optional<String> status) {

    /** Stands for what is not there, until that is told. */
    private static final ProjectDetails NOTHING =
            new ProjectDetails(new ProjectKey("NONE"), new ProjectName("-"), null, null, ProjectStatus.DRAFT);

    /** @throws dev.muster.domain.shared.Invalid with everything that is wrong */
    ProjectDetails details() {
        var patch = new MergePatch();
        if (key == null) {
            patch.violations().add("/key", FieldError.REQUIRED, "must be given");
        }
        if (name == null) {
            patch.violations().add("/name", FieldError.REQUIRED, "must be given");
        }
        return apply(patch, NOTHING);
    }

    /**
     * The details with this change.
     *
     * @throws dev.muster.domain.shared.Invalid with everything that is wrong
     */
    ProjectDetails applyTo(ProjectDetails current) {
        return apply(new MergePatch(), current);
    }

    private ProjectDetails apply(MergePatch patch, ProjectDetails current) {
        var wanted = new ProjectDetails(
                patch.required("/key", key, current.key(), ProjectKey::new),
                patch.required("/name", name, current.name(), ProjectName::new),
                patch.optional(
                        "/description",
                        description,
                        current.description(),
                        text -> Text.block(text, ProjectDetails.MAX_DESCRIPTION)),
                patch.optional(
                        "/language",
                        language,
                        current.language(),
                        text -> Text.line(text, 1, ProjectDetails.MAX_LANGUAGE)),
                patch.required("/status", status, current.status(), ProjectResponse.STATUS::parse));
        patch.finish();
        return wanted;
    }
}
