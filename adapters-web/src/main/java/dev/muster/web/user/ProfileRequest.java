package dev.muster.web.user;

import dev.muster.domain.user.Profile;
import dev.muster.web.shared.MergePatch;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A change of what a person tells about themselves; what is absent stays as it is, null clears.
 *
 * @param displayName one line of 1 to 100 characters
 * @param bio any text of at most 2000 characters
 * @param avatarUrl an absolute http or https URL of at most 2048 characters
 * @param locale a language tag (BCP 47)
 * @param timeZone a region of the IANA time zone database
 */
public record ProfileRequest(
        @Schema(nullable = true, minLength = 1, maxLength = Profile.MAX_DISPLAY_NAME, example = "Ann") @Nullable Optional<String> displayName,

        @Schema(nullable = true, maxLength = Profile.MAX_BIO) @Nullable Optional<String> bio,

        @Schema(nullable = true, format = "uri", maxLength = Profile.MAX_AVATAR_URL) @Nullable Optional<String> avatarUrl,

        @Schema(nullable = true, example = "en-GB") @Nullable Optional<String> locale,

        @Schema(nullable = true, example = "Europe/Berlin") @Nullable Optional<String> timeZone) {

    /** @throws dev.muster.domain.shared.Invalid with everything that is wrong */
    Profile applyTo(Profile current) {
        return new Profile(
                wanted(displayName, current.displayName()),
                wanted(bio, current.bio()),
                wanted(avatarUrl, current.avatarUrl()),
                wanted(locale, current.locale()),
                wanted(timeZone, current.timeZone()));
    }

    /** Text that the profile itself judges. */
    private static @Nullable String wanted(@Nullable Optional<String> member, @Nullable String current) {
        return new MergePatch().optional("", member, current, Function.identity());
    }
}
