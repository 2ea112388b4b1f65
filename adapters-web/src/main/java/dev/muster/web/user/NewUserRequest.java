package dev.muster.web.user;

import static java.util.Objects.requireNonNull;

import dev.muster.application.user.NewUser;
import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Identity;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.PersonName;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.UserStatus;
import dev.muster.domain.user.Username;
import dev.muster.web.shared.Members;
import dev.muster.web.shared.ValueError;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Someone for whom an account is made.
 *
 * @param email an address of at most 254 characters
 * @param username 3 to 32 letters a to z, digits, dots, hyphens and underscores, a letter or digit first
 * @param name one line of 1 to 200 characters
 * @param password 12 to 128 characters of any kind, 8 of them besides words of the account, its owner and the service; or else password_hash
 * @param passwordHash of a password that was chosen elsewhere: Argon2id as a PHC string, or bcrypt of cost 12 to 16
 * @param status active unless it says otherwise
 * @param isEmailVerified whether the address is known to be theirs; false unless it says otherwise
 * @param roles those beyond user, which everyone has; at most 100
 */
public record NewUserRequest(
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED, example = "ann@example.org") @Nullable String email,

        @Schema(
                nullable = false,
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 3,
                maxLength = 32,
                example = "ann")
        @Nullable String username,

        @Schema(
                nullable = false,
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 1,
                maxLength = 200,
                example = "Ann Example")
        @Nullable String name,

        @Schema(nullable = true, format = "password", example = "correct horse battery") @Nullable String password,

        @Schema(nullable = true, format = "password", maxLength = NewUserRequest.MAX_HASH) @Nullable String passwordHash,

        @Schema(
                nullable = true,
                allowableValues = {"active", "inactive"})
        @Nullable String status,

        @Schema(nullable = true) @Nullable Boolean isEmailVerified,

        @Schema(nullable = true, example = "[]") @Nullable List<String> roles) {

    static final int MAX_HASH = 512;
    private static final int MAX_ROLES = 100;

    /** @throws Invalid with everything that is wrong */
    NewUser wish() {
        var members = new Members();
        EmailAddress address = members.read("/email", email, EmailAddress::new);
        Username login = members.read("/username", username, Username::new);
        PersonName called = members.read("/name", name, PersonName::new);
        NewUser.Secret secret = passwordHash == null
                ? members.read("/password", password, text -> new NewUser.Secret.Chosen(new Password(text)))
                : members.read("/password_hash", passwordHash, this::imported);
        UserStatus state =
                members.read("/status", Objects.requireNonNullElse(status, "active"), NewUserRequest::stateToBeginIn);
        List<String> names = roles == null ? List.of() : roles;
        Set<Role> granted = members.read("/roles", names, NewUserRequest::roles);
        members.finish();
        boolean verified = Objects.requireNonNullElse(isEmailVerified, false);
        var identity = new Identity(
                requireNonNull(address), verified, requireNonNull(login), requireNonNull(called), null, false);
        return new NewUser(identity, requireNonNull(state), requireNonNull(granted), requireNonNull(secret));
    }

    private NewUser.Secret imported(String hash) {
        if (password != null) {
            throw Invalid.value(FieldError.INVALID_FORMAT, "must not be given together with password");
        }
        if (hash.length() > MAX_HASH) {
            throw Invalid.value(FieldError.TOO_LONG, "must have at most " + MAX_HASH + " characters");
        }
        return new NewUser.Secret.Imported(new PasswordHash(hash));
    }

    private static UserStatus stateToBeginIn(String text) {
        return switch (text) {
            case "active" -> UserStatus.ACTIVE;
            case "inactive" -> UserStatus.INACTIVE;
            default -> throw Invalid.value(ValueError.UNKNOWN_VALUE, "must be one of active, inactive");
        };
    }

    private static Set<Role> roles(List<String> names) {
        if (names.size() > MAX_ROLES) {
            throw Invalid.value(FieldError.TOO_MANY, "must be at most " + MAX_ROLES);
        }
        return names.stream().map(Role::new).collect(Collectors.toSet());
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "NewUserRequest[***]";
    }
}
