package dev.muster.web.user;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.muster.domain.user.Lifetime;
import dev.muster.domain.user.SignInRecord;
import dev.muster.domain.user.User;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person with an account, as administrators see them.
 *
 * @param user what the person sees too
 * @param failedLoginAttempts wrong passwords that count towards a lock
 * @param lockedUntil until when sign-in is shut, or null; may lie in the past
 * @param deletedAt when the account was deleted, or null
 * @param gdprConsentAt when processing was agreed to, or null
 * @param dataRetentionUntil until when the data is kept, or null for as long as the account lives
 */
@Schema(name = "AdministeredUser")
public record AdministeredUserResponse(
        @JsonUnwrapped UserResponse user,
        @Schema(example = "0") int failedLoginAttempts,
        @Nullable Instant lockedUntil,
        @Nullable Instant deletedAt,
        @Nullable Instant gdprConsentAt,
        @Nullable Instant dataRetentionUntil) {

    static AdministeredUserResponse from(User user) {
        SignInRecord signIns = user.signIns();
        Lifetime lifetime = user.lifetime();
        return new AdministeredUserResponse(
                UserResponse.from(user),
                signIns.failedAttempts(),
                signIns.lockedUntil(),
                lifetime.deletedAt(),
                lifetime.gdprConsentAt(),
                lifetime.dataRetentionUntil());
    }
}
