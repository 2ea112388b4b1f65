package dev.muster.web.user;

import dev.muster.application.user.AdministeredDetails;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.PersonName;
import dev.muster.domain.user.PersonalDetails;
import dev.muster.domain.user.PhoneNumber;
import dev.muster.domain.user.Profile;
import dev.muster.domain.user.Username;
import dev.muster.web.shared.MergePatch;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A change of someone's account as a JSON Merge Patch (RFC 7396): what is absent stays as it is, null clears.
 *
 * @param email an address of at most 254 characters; another one is not verified unless is_email_verified says so; never
 *     null
 * @param isEmailVerified whether the address is known to be theirs; never null
 * @param username 3 to 32 letters a to z, digits, dots, hyphens and underscores; never null
 * @param name one line of 1 to 200 characters; never null
 * @param phone a number by E.164; another one has yet to be verified
 * @param profile what the person tells about themselves
 */
public record UserRequest(
        @Schema(example = "ann@example.org") @Nullable Optional<String> email,

        @Schema(example = "true") @Nullable Optional<Boolean> isEmailVerified,

        @Schema(minLength = 3, maxLength = 32, example = "ann") @Nullable Optional<String> username,

        @Schema(minLength = 1, maxLength = 200, example = "Ann Example") @Nullable Optional<String> name,

        @Schema(nullable = true, example = "+14155550123") @Nullable Optional<String> phone,

        @Schema(nullable = true) @Nullable Optional<ProfileRequest> profile) {

    /** @throws dev.muster.domain.shared.Invalid with everything that is wrong */
    AdministeredDetails applyTo(AdministeredDetails current) {
        var patch = new MergePatch();
        PersonalDetails was = current.personal();
        EmailAddress address = patch.required("/email", email, current.email(), EmailAddress::new);
        Boolean verified = isEmailVerified == null
                ? current.emailVerified()
                : patch.required("/is_email_verified", isEmailVerified, false, Function.identity());
        var personal = new PersonalDetails(
                patch.required("/username", username, was.username(), Username::new),
                patch.required("/name", name, was.name(), PersonName::new),
                patch.optional("/phone", phone, was.phone(), PhoneNumber::new),
                Objects.requireNonNullElse(
                        patch.optional("/profile", profile, was.profile(), change -> change.applyTo(was.profile())),
                        Profile.EMPTY));
        patch.finish();
        return new AdministeredDetails(address, verified, personal);
    }
}
