package dev.muster.web.user;

import dev.muster.domain.user.Profile;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person tells about themselves.
 *
 * @param displayName one line, or null
 * @param bio any text, or null
 * @param avatarUrl an http or https URL, or null
 * @param locale a language tag (BCP 47), or null
 * @param timeZone a region of the IANA time zone database, or null
 */
@Schema(name = "Profile")
public record ProfileResponse(
        @Nullable String displayName,
        @Nullable String bio,

        @Schema(format = "uri") @Nullable String avatarUrl,

        @Schema(example = "en-GB") @Nullable String locale,
        @Schema(example = "Europe/Berlin") @Nullable String timeZone) {

    static ProfileResponse from(Profile profile) {
        return new ProfileResponse(
                profile.displayName(), profile.bio(), profile.avatarUrl(), profile.locale(), profile.timeZone());
    }
}
