package dev.muster.web.user;

import dev.muster.domain.user.Identity;
import dev.muster.domain.user.PhoneNumber;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.User;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person with an account, as they see themselves.
 *
 * @param id a UUIDv7
 * @param email the address
 * @param username the name to sign in with
 * @param name what the person is called
 * @param status the state of the account
 * @param isActive whether the person may sign in
 * @param isEmailVerified whether the person has shown that the address is theirs
 * @param phone the number, or null
 * @param isPhoneVerified whether the person has shown that the number is theirs
 * @param roles in alphabetical order
 * @param profile what the person tells about themselves
 * @param createdAt when the account was opened
 * @param updatedAt when it was last changed
 * @param lastLoginAt when the person last signed in, or null
 * @param version one more with every change; also the entity tag
 */
@Schema(name = "User")
public record UserResponse(
        UUID id,
        @Schema(example = "ann@example.org") String email,
        @Schema(example = "ann") String username,
        @Schema(example = "Ann Example") String name,

        @Schema(allowableValues = {"active", "inactive", "suspended", "deleted"})
        String status,

        boolean isActive,
        boolean isEmailVerified,
        @Nullable String phone,
        boolean isPhoneVerified,
        List<String> roles,
        ProfileResponse profile,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastLoginAt,
        @Schema(example = "1") long version) {

    public UserResponse {
        roles = List.copyOf(roles);
    }

    public static UserResponse from(User user) {
        Identity identity = user.identity();
        PhoneNumber phone = identity.phone();
        return new UserResponse(
                user.id().value(),
                identity.email().value(),
                identity.username().value(),
                identity.name().value(),
                UserNames.STATUS.of(user.status()),
                user.isActive(),
                identity.emailVerified(),
                phone == null ? null : phone.value(),
                identity.phoneVerified(),
                user.roles().stream().map(Role::name).sorted().toList(),
                ProfileResponse.from(user.profile()),
                user.lifetime().createdAt(),
                user.lifetime().updatedAt(),
                user.signIns().lastLoginAt(),
                user.version());
    }
}
