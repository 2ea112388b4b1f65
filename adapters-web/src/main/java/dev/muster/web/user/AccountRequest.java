package dev.muster.web.user;

import dev.muster.domain.user.PersonName;
import dev.muster.domain.user.PersonalDetails;
import dev.muster.domain.user.PhoneNumber;
import dev.muster.domain.user.Profile;
import dev.muster.domain.user.Username;
import dev.muster.web.shared.MergePatch;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of one's own account as a JSON Merge Patch (RFC 7396): what is absent stays as it is, null clears.
 *
 * @param username 3 to 32 letters a to z, digits, dots, hyphens and underscores; never null
 * @param name one line of 1 to 200 characters; never null
 * @param phone a number by E.164; another one has yet to be verified
 * @param profile what the person tells about themselves
 */
public record AccountRequest(
        @Schema(minLength = 3, maxLength = 32, example = "ann") @Nullable Optional<String> username,

        @Schema(minLength = 1, maxLength = 200, example = "Ann Example") @Nullable Optional<String> name,

        @Schema(nullable = true, example = "+14155550123") @Nullable Optional<String> phone,

        @Schema(nullable = true) @Nullable Optional<ProfileRequest> profile) {

    /** @throws dev.muster.domain.shared.Invalid with everything that is wrong */
    PersonalDetails applyTo(PersonalDetails current) {
        var patch = new MergePatch();
        var wanted = new PersonalDetails(
                patch.required("/username", username, current.username(), Username::new),
                patch.required("/name", name, current.name(), PersonName::new),
                patch.optional("/phone", phone, current.phone(), PhoneNumber::new),
                Objects.requireNonNullElse(
                        patch.optional(
                                "/profile", profile, current.profile(), change -> change.applyTo(current.profile())),
                        Profile.EMPTY));
        patch.finish();
        return wanted;
    }
}
