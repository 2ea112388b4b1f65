package dev.muster.domain.project;

import dev.muster.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * What the owner says of a project, and may change (requirement D1).
 *
 * @param key unique among the owner's projects that are not deleted; the keys of its tasks follow it
 * @param description any text of at most 20 000 characters, or null
 * @param language the programming or natural language it is made in, one line of 1 to 50 characters, or null
 */
public record ProjectDetails(
        ProjectKey key,
        ProjectName name,
        @Nullable String description,
        @Nullable String language,
        ProjectStatus status) {

    public static final int MAX_DESCRIPTION = 20_000;
    public static final int MAX_LANGUAGE = 50;

    /** @throws dev.muster.domain.shared.Invalid if description or language break their rule */
    public ProjectDetails {
        description = description == null ? null : Text.block(description, MAX_DESCRIPTION);
        language = language == null ? null : Text.line(language, 1, MAX_LANGUAGE);
    }
}
